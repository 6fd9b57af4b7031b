package org.zhengtong.services.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.services.filing.Questions.asked;
import static org.zhengtong.services.filing.Questions.field;
import static org.zhengtong.services.filing.Questions.form;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.filing.FormCheck.Checked;

class FormCheckTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, 张三, 张三",
        "TEXT, ' 张三 ', 张三",
        "NUMBER, 35.5, 35.5",
        "NUMBER, １２０, 120",
        "DATE, 2026-03-02, 2026-03-02",
        "DATE, 2024年2月29日, 2024-02-29",
        "DATE, 2026/3/2, 2026-03-02",
        "CHOICE, 甲, 甲",
        "PHONE, 138 0013 8000, 13800138000",
        "PHONE, +86-13800138000, 13800138000",
        "PHONE, 010-12345678, 010-12345678",
        "IDENTITY_NUMBER, 11010519491231002x, 11010519491231002X",
        "USCC, 12441500196720244t, 12441500196720244T",
        "ADDRESS, 云溪市青石路 8 号, 云溪市青石路 8 号"
    })
    void a_right_answer_is_kept_in_its_normal_spelling(Kind kind, String typed, String kept) {
        Checked checked = check(kind, typed);

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.answers().to("f")).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 很多, filing.check.number",
        "NUMBER, -1, filing.check.number",
        "NUMBER, 1e9, filing.check.number",
        "DATE, 2026-02-29, filing.check.date.impossible",
        "DATE, 2026-13-01, filing.check.date.impossible",
        "DATE, 1026-01-01, filing.check.date",
        "DATE, 昨天, filing.check.date",
        "CHOICE, 丙, filing.check.choice",
        "PHONE, 12800138000, filing.check.phone",
        "PHONE, 1380013800, filing.check.phone",
        "IDENTITY_NUMBER, 110105194912310021, filing.check.identity-number",
        "IDENTITY_NUMBER, 11010519491331002X, filing.check.identity-number",
        "USCC, 124415001967202440, filing.check.uscc",
        "USCC, 12441500196720244, filing.check.uscc",
        "ADDRESS, 青石, filing.check.address"
    })
    void a_wrong_answer_is_told_what_to_do_and_kept_as_typed(Kind kind, String typed, String key) {
        Checked checked = check(kind, typed);

        assertThat(checked.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo(key);
            assertThat(finding.values()).first().isEqualTo("问题");
            assertThat(finding.pointer()).isEqualTo("/answers/f");
        });
        assertThat(checked.answers().to("f")).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x1B, 0x7F, 0x85, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
                0x2028, 0x2029, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xD800, 0xE0041
            })
    void control_bidi_and_invisible_characters_are_refused_in_every_kind(int character) {
        for (Kind kind : Kind.values()) {
            String typed = "云溪" + Character.toString(character) + "市青石路";

            assertThat(check(kind, typed).findings())
                    .as("%s with U+%04X", kind, character)
                    .singleElement()
                    .extracting(Finding::key)
                    .isEqualTo("filing.check.characters");
        }
    }

    @Test
    void only_a_long_text_has_lines() {
        assertThat(check(Kind.LONG_TEXT, "一\r\n二").answers().to("f")).contains("一\n二");
        assertThat(check(Kind.TEXT, "一\n二").findings()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TEXT", "LONG_TEXT", "ADDRESS"})
    void the_length_is_counted_in_characters_as_people_see_them(Kind kind) {
        String rare = "𠮷";

        assertThat(check(kind, rare.repeat(20)).findings()).isEmpty();
        assertThat(check(kind, rare.repeat(23)).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("filing.check.long");
            assertThat(finding.values()).containsExactly("问题", 20, 3);
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void an_answer_of_a_megabyte_is_refused_by_every_kind(Kind kind) {
        assertThat(check(kind, "1".repeat(1 << 20)).findings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, filing.check.required",
        "CHOICE, filing.check.required.choice",
        "DATE, filing.check.required.date"
    })
    void a_required_question_left_blank_is_asked_for(Kind kind, String key) {
        assertThat(check(kind, "  　 ").findings())
                .singleElement()
                .extracting(Finding::key)
                .isEqualTo(key);
    }

    @Test
    void a_question_whose_condition_is_not_met_is_not_asked_and_its_answer_is_dropped() {
        Form form = form(
                asked("kind", Kind.CHOICE),
                field("firm").when("kind", "乙").build(),
                field("number").when("firm", "有").build());

        Checked checked =
                Questions.check().check(form, new Answers(Map.of("kind", "甲", "firm", "有", "number", "七")), Map.of());

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.answers().values()).containsOnlyKeys("kind");
    }

    @Test
    void questions_that_hang_on_each_other_in_a_circle_do_not_hang_the_check() {
        Form form = form(
                field("a").when("b", "是").build(), field("b").when("a", "是").build());

        Checked checked = Questions.check().check(form, new Answers(Map.of("a", "是", "b", "是")), Map.of());

        assertThat(checked.answers().values()).isEmpty();
    }

    @Test
    void what_the_house_knows_is_taken_from_it_and_from_nobody_else() {
        Form form = form(asked("number", Kind.IDENTITY_NUMBER));
        Map<String, String> bound = Map.of("number", "1101************2X");

        Checked silent = Questions.check().check(form, Answers.NONE, bound);
        Checked other = Questions.check().check(form, new Answers(Map.of("number", "440524188001010014")), bound);

        assertThat(silent.findings()).isEmpty();
        assertThat(silent.answers().to("number")).contains("1101************2X");
        assertThat(other.findings()).extracting(Finding::key).containsExactly("filing.check.bound");
    }

    @Test
    void an_answer_to_nothing_that_is_asked_is_a_finding() {
        Checked checked = Questions.check()
                .check(form(asked("f", Kind.TEXT)), new Answers(Map.of("f", "一", "x/y", "二")), Map.of());

        assertThat(checked.findings()).extracting(Finding::pointer).containsExactly("/answers/x~1y");
    }

    @Test
    void a_letter_and_its_accent_become_one_character() {
        assertThat(new Answers(Map.of("f", "Cafe\u0301")).to("f")).contains("Caf\u00e9");
    }

    @Test
    void answers_stay_out_of_logs() {
        assertThat(new Answers(Map.of("f", "secret"))).hasToString("Answers[f]");
    }

    private static Checked check(Kind kind, String typed) {
        return Questions.check().check(form(asked("f", kind)), new Answers(Map.of("f", typed)), Map.of());
    }
}
