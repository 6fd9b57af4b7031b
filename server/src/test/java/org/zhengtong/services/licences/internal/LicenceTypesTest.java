package org.zhengtong.services.licences.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.licences.LicenceType;

class LicenceTypesTest {
    private final LicenceTypes types = new LicenceTypes();

    @Test
    void every_type_has_a_code_of_its_own_that_begins_with_a_credit_code() {
        assertThat(types.all())
                .extracting(LicenceType::code)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> {
                    assertThat(code).hasSize(21);
                    assertThat(Uscc.parse(code.substring(0, 18))).isPresent();
                });
    }

    @Test
    void every_type_states_something() {
        assertThat(types.all()).allSatisfy(type -> assertThat(type.layout()).isNotEmpty());
    }

    @Test
    void a_food_licence_is_good_for_five_years_and_a_residence_permit_for_one() {
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThat(types.of("食品经营许可证").validUntil(day)).contains(LocalDate.of(2031, 3, 1));
        assertThat(types.of("居住证").validUntil(day)).contains(LocalDate.of(2027, 3, 1));
        assertThat(types.of("营业执照").validUntil(day)).isEmpty();
    }

    @Test
    void what_identifies_a_person_is_open_in_no_type() {
        assertThat(types.all())
                .filteredOn(type -> type.subject() == LicenceType.Subject.PERSON)
                .flatExtracting(LicenceType::layout)
                .filteredOn(LicenceType.PrintedAttribute::open)
                .extracting(LicenceType.PrintedAttribute::name)
                .noneMatch(name ->
                        name.contains("姓名") || name.contains("身份") || name.contains("住址") || name.contains("出生"));
    }

    @Test
    void an_unknown_type_is_refused() {
        assertThatThrownBy(() -> types.of("长生不老证")).isInstanceOf(IllegalArgumentException.class);
    }
}
