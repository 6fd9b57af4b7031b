package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.Repeat;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.FormFaults.Fault;
import org.zhengtong.services.catalogue.FormFaults.Problem;

class FormFaultsTest {

    @Test
    void the_forms_of_all_published_items_have_none() {
        assertThat(new EntryList().entries(YunxiBodies.read()))
                .allSatisfy(item ->
                        assertThat(FormFaults.of(item.form())).as(item.name()).isEmpty());
    }

    @Test
    void a_form_has_pages_and_a_page_has_questions() {
        assertThat(problems(new Form(List.of()))).containsExactly(Problem.NO_SECTIONS);
        assertThat(problems(new Form(List.of(new Section("s", "节", List.of())))))
                .containsExactly(Problem.SECTION_WITHOUT_FIELDS);
    }

    @Test
    void a_condition_looks_at_a_question_there_is() {
        assertThat(faults(text("a", when("nowhere", "是"))))
                .containsExactly(new Fault(Problem.CONDITION_ON_UNKNOWN_FIELD, "s", "a", "nowhere"));
    }

    @Test
    void a_condition_looks_back_never_ahead() {
        assertThat(faults(text("a", when("b", "甲")), choice("b", Optional.empty())))
                .containsExactly(new Fault(Problem.CONDITION_ON_LATER_FIELD, "s", "a", "b"));
    }

    @Test
    void conditions_in_a_circle_are_called_so() {
        assertThat(faults(choice("a", when("c", "甲")), choice("b", when("a", "甲")), choice("c", when("b", "甲"))))
                .contains(new Fault(Problem.CONDITION_IN_A_CIRCLE, "s", "a", "c"));
        assertThat(faults(choice("self", when("self", "甲"))))
                .containsExactly(new Fault(Problem.CONDITION_IN_A_CIRCLE, "s", "self", "self"));
    }

    @Test
    void a_page_does_not_hang_on_its_own_questions() {
        Form form = new Form(List.of(
                new Section("s", "节", List.of(choice("a", Optional.empty())), when("a", "甲"), Optional.empty())));

        assertThat(FormFaults.of(form)).containsExactly(new Fault(Problem.CONDITION_IN_A_CIRCLE, "s", "", "a"));
    }

    @Test
    void a_condition_names_answers_that_can_be_given() {
        assertThat(faults(choice("a", Optional.empty()), text("b", when("a", "丁"))))
                .containsExactly(new Fault(Problem.CONDITION_ON_NO_OPTION, "s", "b", "丁"));
        assertThat(faults(choice("a", Optional.empty()), text("b", Optional.of(new Condition("a", List.of())))))
                .containsExactly(new Fault(Problem.CONDITION_WITHOUT_ANSWER, "s", "b", "a"));
    }

    @Test
    void nothing_outside_a_group_hangs_on_an_answer_within_one() {
        Section group = new Section(
                "members",
                "成员",
                List.of(choice("kind", Optional.empty()), text("name", when("kind", "甲"))),
                Optional.empty(),
                Optional.of(new Repeat("成员", 0, 3)));
        Form form = new Form(List.of(group, new Section("s", "节", List.of(text("a", when("kind", "甲"))))));

        assertThat(FormFaults.of(form)).containsExactly(new Fault(Problem.CONDITION_INTO_A_GROUP, "s", "a", "kind"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "1a", "a-b", "a.b", "", "名", "a b"})
    void ids_are_simple_names(String id) {
        assertThat(problems(form(text(id, Optional.empty())))).containsExactly(Problem.NOT_A_SIMPLE_NAME);
    }

    @Test
    void every_id_stands_once() {
        assertThat(faults(text("a", Optional.empty()), text("a", Optional.empty())))
                .containsExactly(new Fault(Problem.ID_TWICE, "s", "a", "a"));
        Section one = new Section("s", "节", List.of(text("a", Optional.empty())));
        Section two = new Section("s", "节", List.of(text("b", Optional.empty())));
        assertThat(problems(new Form(List.of(one, two)))).containsExactly(Problem.ID_TWICE);
        Section group = new Section(
                "a", "组", List.of(text("b", Optional.empty())), Optional.empty(), Optional.of(new Repeat("个", 0, 2)));
        assertThat(problems(new Form(List.of(one, group)))).containsExactly(Problem.ID_TWICE);
    }

    @Test
    void a_choice_has_options_each_of_them_once() {
        assertThat(problems(form(options(List.of())))).containsExactly(Problem.CHOICE_WITHOUT_OPTIONS);
        assertThat(faults(options(List.of("甲", "乙", "甲"))))
                .containsExactly(new Fault(Problem.OPTION_TWICE, "s", "c", "甲"));
        assertThat(problems(form(options(List.of("甲", " "))))).containsExactly(Problem.BLANK_OPTION);
        assertThat(problems(form(options(IntStream.rangeClosed(0, FormFaults.MOST_OPTIONS)
                        .mapToObj(Integer::toString)
                        .toList()))))
                .containsExactly(Problem.TOO_MANY_OPTIONS);
    }

    @Test
    void a_group_asks_for_no_more_than_it_takes_and_fills_nothing_in() {
        Prefill own = new Prefill.FromProfile(Form.ProfileField.PERSON_NAME);
        Field filled =
                new Field("a", Kind.TEXT, "问", "", true, 20, List.of(), Optional.empty(), Optional.of(own), List.of());

        assertThat(problems(group(new Repeat("个", 3, 2), text("a", Optional.empty()))))
                .containsExactly(Problem.GROUP_BOUNDS);
        assertThat(problems(group(new Repeat("个", 0, FormFaults.MOST_ENTRIES + 1), text("a", Optional.empty()))))
                .containsExactly(Problem.GROUP_BOUNDS);
        assertThat(problems(group(new Repeat("个", 0, 2), filled))).containsExactly(Problem.PREFILL_IN_A_GROUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0-9", "(", "*a", "(a)\\1", "(?=a)b", "a{2000}"})
    void a_pattern_compiles(String pattern) {
        assertThat(problems(form(checked(Kind.TEXT, new Check.Matches(pattern, "请改正", "a")))))
                .contains(Problem.PATTERN_DOES_NOT_COMPILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?i)abc", "((?i)a)bc", "\\pNabc", "\\Aabc", "(?P<n>abc)"})
    void a_pattern_means_the_same_in_the_schema(String pattern) {
        assertThat(problems(form(checked(Kind.TEXT, new Check.Matches(pattern, "请改正", "abc")))))
                .contains(Problem.PATTERN_NOT_PORTABLE);
    }

    @Test
    void a_pattern_accepts_its_example_and_says_what_to_do() {
        assertThat(problems(form(checked(Kind.TEXT, new Check.Matches("[0-9]{3}", "请填写三位数字", "12")))))
                .containsExactly(Problem.EXAMPLE_IS_REFUSED);
        assertThat(problems(form(checked(Kind.TEXT, new Check.Matches("[0-9]{3}", " ", "123")))))
                .containsExactly(Problem.PATTERN_WITHOUT_SENTENCE);
    }

    @Test
    void a_check_fits_its_kind_and_leaves_an_answer() {
        assertThat(problems(form(checked(Kind.TEXT, new Check.NotInFuture()))))
                .containsExactly(Problem.CHECK_OF_ANOTHER_KIND);
        assertThat(problems(form(checked(
                        Kind.NUMBER,
                        new Check.NumberBetween(Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE))))))
                .containsExactly(Problem.CHECK_BOUNDS);
        assertThat(problems(group(
                        new Repeat("个", 0, 2),
                        new Field(
                                "a",
                                Kind.NUMBER,
                                "问",
                                "",
                                true,
                                20,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(
                                        new Check.WholeNumber(),
                                        new Check.NumberBetween(
                                                Optional.of(new BigDecimal("1.2")),
                                                Optional.of(new BigDecimal("1.8"))))))))
                .containsExactly(Problem.CHECK_BOUNDS);
        assertThat(problems(form(checked(Kind.TEXT, new Check.LeastLength(21)))))
                .containsExactly(Problem.CHECK_BOUNDS);
    }

    private static List<Fault> faults(Field... fields) {
        return FormFaults.of(form(fields));
    }

    private static List<Problem> problems(Form form) {
        return FormFaults.of(form).stream().map(Fault::problem).toList();
    }

    private static Form form(Field... fields) {
        return new Form(List.of(new Section("s", "节", List.of(fields))));
    }

    private static Form group(Repeat repeat, Field... fields) {
        return new Form(List.of(new Section("g", "组", List.of(fields), Optional.empty(), Optional.of(repeat))));
    }

    private static Optional<Condition> when(String field, String answer) {
        return Optional.of(new Condition(field, answer));
    }

    private static Field text(String id, Optional<Condition> when) {
        return new Field(id, Kind.TEXT, "问", "", true, 20, List.of(), when, Optional.empty());
    }

    private static Field choice(String id, Optional<Condition> when) {
        return new Field(id, Kind.CHOICE, "选", "", true, 20, List.of("甲", "乙"), when, Optional.empty());
    }

    private static Field options(List<String> options) {
        return new Field("c", Kind.CHOICE, "选", "", true, 20, options, Optional.empty(), Optional.empty());
    }

    private static Field checked(Kind kind, Check check) {
        return new Field("a", kind, "问", "", true, 20, List.of(), Optional.empty(), Optional.empty(), List.of(check));
    }
}
