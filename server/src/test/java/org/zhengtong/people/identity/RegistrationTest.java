package org.zhengtong.people.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.ground.regions.Region;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.people.identity.Registration.Checked;

class RegistrationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Regions ONE_PROVINCE = new Regions() {
        @Override
        public Optional<Region> find(String code) {
            return "11".equals(code) ? Optional.of(new Region(code, "北京市")) : Optional.empty();
        }

        @Override
        public List<Region> within(String code) {
            return List.of();
        }

        @Override
        public String fullName(String code) {
            return "";
        }
    };

    @Test
    void a_right_registration_becomes_a_person() {
        Checked checked = typed("买买提·艾力", "11010519491231002X", "138 0013 8000", "  云溪市书院路 9 号 ");

        assertThat(checked).isInstanceOfSatisfying(Checked.Right.class, right -> {
            assertThat(right.person().name()).isEqualTo("买买提·艾力");
            assertThat(right.person().phone()).isEqualTo("13800138000");
            assertThat(right.person().address()).contains("云溪市书院路 9 号");
            assertThat(right.person().synthetic()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"李明", "欧阳娜娜", "阿沛·阿旺晋美", "阿沛•阿旺晋美", "〇一", "𠮷野", " 李明 "})
    void names_in_chinese_characters_are_names(String name) {
        assertThat(wrongIn(name, "11010519491231002X", "13800138000", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"李", "·李明", "李明·", "李··明", "Li Ming", "李明1", "李 明", "<b>李明</b>"})
    void what_is_no_name_is_told(String name) {
        assertThat(wrongIn(name, "11010519491231002X", "13800138000", ""))
                .extracting(WrongField::field, WrongField::sentence)
                .containsExactly(tuple("name", "identity.wrong.name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"李\u202e明", "李\u0000明", "李\u200b明", "李\u2066明", "李\ue000明", "李\n明"})
    void hidden_characters_are_refused_in_names_and_addresses(String text) {
        assertThat(wrongIn(text, "11010519491231002X", "13800138000", text))
                .extracting(WrongField::field, WrongField::sentence)
                .containsExactlyInAnyOrder(
                        tuple("name", "identity.wrong.hidden-characters"),
                        tuple("address", "identity.wrong.hidden-characters"));
    }

    @Test
    void over_long_text_is_refused_with_its_limit() {
        List<WrongField> wrong = wrongIn("李".repeat(41), "11010519491231002X", "13800138000", "路".repeat(121));

        assertThat(wrong)
                .extracting(WrongField::field, WrongField::values)
                .containsExactlyInAnyOrder(tuple("name", List.of(40)), tuple("address", List.of(120)));
        assertThat(wrongIn("李".repeat(40), "11010519491231002X", "13800138000", "𠮷".repeat(120)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', identity.wrong.number-empty",
        "12345, identity.wrong.number-form",
        "110105194912310021, identity.wrong.number-check",
    })
    void a_wrong_number_says_what_is_wrong_with_it(String number, String sentence) {
        assertThat(wrongIn("李明", number, "13800138000", ""))
                .extracting(WrongField::sentence)
                .containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "110105, 19490231, identity.wrong.number-date",
        "110105, 20260303, identity.wrong.number-future",
        "990103, 19800101, identity.wrong.number-division",
        "110105, 20080303, identity.wrong.under-age",
        "110105, 20260302, identity.wrong.under-age",
    })
    void date_division_and_age_have_their_own_sentences(String division, String born, String sentence) {
        assertThat(wrongIn("李明", number(division, born), "13800138000", ""))
                .extracting(WrongField::sentence)
                .containsExactly(sentence);
    }

    @Test
    void on_the_eighteenth_birthday_a_person_registers() {
        assertThat(wrongIn("李明", number("110105", "20080302"), "13800138000", ""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12800138000", "1380013800", "138001380000", "abc", "0509-8800101", "13800138OOO"})
    void a_mobile_number_has_eleven_digits_and_begins_with_13_to_19(String phone) {
        assertThat(wrongIn("李明", "11010519491231002X", phone, ""))
                .extracting(WrongField::field)
                .containsExactly("phone");
    }

    @Test
    void passwords_must_be_the_same_and_consent_given() {
        Checked checked = new Registration(
                        "李明", "11010519491231002X", "13800138000", "", "风筝飞过云溪的桥-42", "风筝飞过云溪的桥-43", false)
                .check(ONE_PROVINCE, RULES, TODAY, true);

        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Wrong.class,
                        wrong -> assertThat(wrong.fields())
                                .extracting(WrongField::field)
                                .containsExactly("passwordAgain", "agreed"));
    }

    private static String number(String division, String born) {
        String first17 = division + born + "002";
        return first17 + IdentityNumber.check(first17);
    }

    private static List<WrongField> wrongIn(String name, String number, String phone, String address) {
        return typed(name, number, phone, address) instanceof Checked.Wrong(List<WrongField> fields)
                ? fields
                : List.of();
    }

    private static final PasswordRules RULES = new PasswordRules(new IdentitySettings(
            Duration.ofHours(2),
            Duration.ofHours(12),
            Duration.ofHours(1),
            20,
            Duration.ofHours(24),
            List.of("zhengtong", "云溪"),
            Duration.ofDays(365)));

    private static Checked typed(String name, String number, String phone, String address) {
        return new Registration(name, number, phone, address, "风筝飞过云溪的桥-42", "风筝飞过云溪的桥-42", true)
                .check(ONE_PROVINCE, RULES, TODAY, true);
    }
}
