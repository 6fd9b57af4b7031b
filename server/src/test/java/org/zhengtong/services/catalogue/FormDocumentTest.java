package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.Repeat;
import org.zhengtong.services.catalogue.Form.Section;
import tools.jackson.databind.json.JsonMapper;

/** Forms as the database keeps them. */
class FormDocumentTest {
    private final JsonMapper json = new JsonMapper();

    @Test
    void a_form_kept_before_groups_and_checks_existed_is_read_without_them() {
        Form form = json.readValue("""
                {"sections": [{"id": "matter", "title": "申请内容", "fields": [
                  {"id": "kind", "kind": "CHOICE", "label": "种类", "hint": "", "required": true, "most": 20,
                   "options": ["甲", "乙"], "shownWhen": null, "prefill": null},
                  {"id": "why", "kind": "TEXT", "label": "原因", "hint": "", "required": true, "most": 20,
                   "options": [], "shownWhen": {"field": "kind", "answer": "乙"},
                   "prefill": {"source": "FromProfile", "field": "PERSON_NAME"}}]}]}
                """, Form.class);

        Section section = form.sections().getFirst();
        assertThat(section.repeat()).isEmpty();
        assertThat(section.shownWhen()).isEmpty();
        assertThat(section.fields())
                .allSatisfy(field -> assertThat(field.checks()).isEmpty());
        assertThat(section.fields().getLast().shownWhen()).contains(new Condition("kind", List.of("乙")));
    }

    @Test
    void everything_a_form_can_say_is_kept() {
        Field field = new Field(
                "income",
                Kind.NUMBER,
                "月收入",
                "",
                true,
                10,
                List.of(),
                Optional.of(new Condition("work", List.of("务工", "经商"))),
                Optional.of(new Prefill.FromRegister("社会保险", "缴费基数")),
                List.of(
                        new Check.Matches("[0-9]+", "请填写数字", "120"),
                        new Check.LeastLength(2),
                        new Check.NumberBetween(Optional.of(BigDecimal.ONE), Optional.empty()),
                        new Check.WholeNumber(),
                        new Check.DateBetween(Optional.empty(), Optional.of(LocalDate.of(2030, 1, 1))),
                        new Check.NotInFuture(),
                        new Check.NotInPast()));
        Form form = new Form(List.of(new Section(
                "members",
                "家庭成员",
                List.of(field),
                Optional.of(new Condition("alone", "否")),
                Optional.of(new Repeat("家庭成员", 1, 9)))));

        assertThat(json.readValue(json.writeValueAsString(form), Form.class)).isEqualTo(form);
    }
}
