package org.zhengtong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhengtong.demo.Resident.Business;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.catalogue.EntryList;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.filing.PlainRegions;

class InventedAnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private final Inventions inventions = new Inventions(new SplittableRandom(7));
    private final FormCheck check = new FormCheck(
            new InventedRegions(new PlainRegions()),
            Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void invented_numbers_have_right_check_digits_and_a_division_no_real_number_has() {
        for (int i = 0; i < 500; i++) {
            boolean woman = inventions.chance(50);
            IdentityNumber number = inventions.number(inventions.birthDate(TODAY), woman);

            assertThat(IdentityNumber.read(number.value())).isInstanceOf(IdentityNumber.Reading.Good.class);
            assertThat(number.division()).startsWith("3399");
            assertThat(number.birthDate().plusYears(18)).isBefore(TODAY);
            assertThat(Uscc.parse(inventions.code().value())).isPresent();
        }
    }

    @Test
    void nobody_is_given_the_number_of_somebody_else() {
        LocalDate born = LocalDate.of(1990, 5, 17);

        assertThat(java.util.stream.Stream.generate(() ->
                                inventions.number(born, inventions.chance(50)).value())
                        .limit(200))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_answered_stands_the_check_of_every_form() {
        Resident agent = somebody();
        Business firm = new Business(
                new FirmId(new UUID(0, 2)), inventions.code(), inventions.firm(), inventions.address(), agent);
        InventedAnswers invented = new InventedAnswers(inventions, TODAY);

        for (ServiceItem item : new EntryList().entries(YunxiCity.bodies())) {
            Optional<Business> applicant = item.isFiledBy(org.zhengtong.services.catalogue.Audience.PERSON)
                    ? Optional.empty()
                    : Optional.of(firm);
            Map<String, String> answers = invented.answers(item.form(), agent, applicant, _ -> new UUID(0, 3));

            FormCheck.Checked checked = check.check(item.form(), new Answers(answers), ownNumber(item, answers));

            assertThat(checked.findings()).as(item.name()).isEmpty();
        }
    }

    /** The person's own number is known to the house and shown masked. */
    private static Map<String, String> ownNumber(ServiceItem item, Map<String, String> answers) {
        return item.form().fields().stream()
                .filter(field -> field.prefill()
                        .filter(new Prefill.FromProfile(ProfileField.PERSON_NUMBER)::equals)
                        .isPresent())
                .filter(field -> answers.containsKey(field.id()))
                .collect(java.util.stream.Collectors.toMap(field -> field.id(), field -> answers.get(field.id())));
    }

    private Resident somebody() {
        return new Resident(
                new PersonId(new UUID(0, 1)),
                inventions.name(true),
                inventions.number(LocalDate.of(1990, 5, 17), true),
                inventions.phone(),
                inventions.address());
    }
}
