package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryCheck.Rule;

class EntryCheckTest {
    private final ServiceItem food = YunxiBodies.item("食品经营许可");
    private final ServiceItem passport = YunxiBodies.item("普通护照签发");

    @Test
    void an_entry_without_a_required_element_is_held_back() {
        assertThat(found(food, Map.of("summary", " "))).contains(new Finding(Rule.ELEMENT_MISSING, "summary"));
        assertThat(found(food, Map.of("legalBasis", List.of())))
                .contains(new Finding(Rule.ELEMENT_MISSING, "legalBasis"));
        assertThat(found(food, Map.of("audience", Set.of()))).contains(new Finding(Rule.ELEMENT_MISSING, "audience"));
        assertThat(found(food, Map.of("statutoryDays", 0)))
                .contains(new Finding(Rule.ELEMENT_MISSING, "statutoryDays"));
    }

    @Test
    void the_implementation_code_is_made_of_body_level_and_base_code() {
        assertThat(found(food, Map.of("level", 4))).containsExactly(new Finding(Rule.CODES_DISAGREE, "code"));
        assertThat(found(food, Map.of("type", ItemType.PAYMENT)))
                .containsExactly(new Finding(Rule.CODES_DISAGREE, "baseCode"));
    }

    @Test
    void promised_days_stay_within_the_statutory_ones() {
        assertThat(found(food, Map.of("promisedDays", 21)))
                .containsExactly(new Finding(Rule.PROMISED_WITHIN_STATUTORY, "promisedDays"));
        assertThat(found(food, Map.of("promisedDays", 20))).isEmpty();
    }

    @Test
    void an_instant_case_is_reviewed_at_once() {
        assertThat(found(food, Map.of("instant", true)))
                .contains(new Finding(Rule.INSTANT_MEANS_INSTANT_REVIEW, "instant"));
        assertThat(found(food, Map.of("flow", List.of("申请", "受理", "当场审查", "决定", "办结", "送达"))))
                .containsExactly(new Finding(Rule.INSTANT_MEANS_INSTANT_REVIEW, "instant"));
    }

    @Test
    void a_result_named_certificate_is_a_licence() {
        assertThat(found(food, Map.of("licenceType", Optional.empty())))
                .containsExactly(new Finding(Rule.CERTIFICATE_IS_LICENCE, "licenceType"));
    }

    @Test
    void visits_have_a_reason_and_no_visit_has_none() {
        assertThat(found(passport, Map.of("visitReason", Optional.empty())))
                .containsExactly(new Finding(Rule.VISITS_HAVE_A_REASON, "visitReason"));
        assertThat(found(food, Map.of("visitReason", Optional.of("当面签名"))))
                .containsExactly(new Finding(Rule.NO_VISIT_NO_REASON, "visitReason"));
    }

    @Test
    void what_needs_no_visit_and_is_not_online_takes_post() {
        assertThat(found(food, Map.of("online", false, "postAccepted", false)))
                .containsExactly(new Finding(Rule.OFFLINE_WITHOUT_VISIT_TAKES_POST, "postAccepted"));
        assertThat(found(food, Map.of("online", false))).isEmpty();
    }

    @Test
    void nothing_is_called_fully_online_that_asks_for_a_visit() {
        assertThat(found(passport, Map.of("summary", "护照全程网办。")))
                .containsExactly(new Finding(Rule.FULLY_ONLINE_MEANS_NO_VISIT, "visits"));
    }

    @Test
    void a_fee_has_project_standard_and_basis() {
        assertThat(found(passport, Map.of("feeStandard", Optional.of("120 元"))))
                .containsExactly(new Finding(Rule.FEE_HAS_PROJECT_STANDARD_BASIS, "feeStandard"));
    }

    @Test
    void people_complain_at_another_number_than_they_ask_at() {
        assertThat(found(food, Map.of("complaintPhone", food.consultationPhone())))
                .containsExactly(new Finding(Rule.PHONES_DIFFER, "complaintPhone"));
    }

    @Test
    void an_item_with_a_licence_answers_a_question_and_shows_its_whole_flow() {
        assertThat(found(food, Map.of("questions", List.of())))
                .containsExactly(new Finding(Rule.LICENCE_HAS_QUESTION_AND_WHOLE_FLOW, "questions"));
        assertThat(found(food, Map.of("flow", List.of("申请", "受理", "审查", "决定"))))
                .containsExactly(new Finding(Rule.LICENCE_HAS_QUESTION_AND_WHOLE_FLOW, "flow"));
    }

    @Test
    void no_material_is_a_catch_all() {
        for (String name : List.of("其他材料", "其它相关证明材料", "法律法规规定的其他条件")) {
            assertThat(found(food, Map.of("materials", List.of(named(name)), "situations", List.of())))
                    .containsExactly(new Finding(Rule.NO_CATCH_ALL_MATERIAL, "materials", name));
        }
    }

    @Test
    void nothing_is_left_to_a_later_notice() {
        for (String text : List.of("时间另行通知", "标准待定", "视情办理")) {
            assertThat(found(food, Map.of("conditions", List.of(text))))
                    .containsExactly(new Finding(Rule.NOTHING_VAGUE, "conditions", text));
        }
    }

    @Test
    void an_answer_cuts_only_materials_there_are() {
        Situation broken = new Situation("area", "?", List.of(new Situation.Answer("small", "<50", Set.of("m99"))));

        assertThat(found(food, Map.of("situations", List.of(broken))))
                .containsExactly(new Finding(Rule.REFERENCES_EXIST, "situations", "m99"));
    }

    @Test
    void a_field_is_shown_by_a_field_before_it_and_a_choice_has_options() {
        Form.Field late = new Form.Field(
                "late",
                Form.Kind.TEXT,
                "迟",
                "",
                true,
                10,
                List.of(),
                Optional.of(new Form.Condition("nowhere", "是")),
                Optional.empty());
        Form.Field empty = new Form.Field(
                "empty", Form.Kind.CHOICE, "空", "", true, 10, List.of(), Optional.empty(), Optional.empty());
        Form form = new Form(List.of(new Form.Section("s", "节", List.of(late, empty))));

        assertThat(found(food, Map.of("form", form)))
                .containsExactly(
                        new Finding(Rule.FORM_IS_SOUND, "form", "late"),
                        new Finding(Rule.FORM_IS_SOUND, "form", "empty"));
    }

    @Test
    void who_issues_a_material_is_named() {
        Material material = new Material(
                "m1",
                "营业执照",
                Material.Requirement.REQUIRED,
                Material.MaterialSource.GOVERNMENT,
                Optional.empty(),
                "1 份",
                "PDF",
                "",
                "",
                false,
                Optional.empty());

        assertThat(found(food, Map.of("materials", List.of(material), "situations", List.of())))
                .containsExactly(new Finding(Rule.ISSUER_NAMED, "materials", "营业执照"));
    }

    private static Material named(String name) {
        return new Material(
                "m1",
                name,
                Material.Requirement.REQUIRED,
                Material.MaterialSource.APPLICANT,
                Optional.empty(),
                "1 份",
                "PDF",
                "",
                "",
                false,
                Optional.empty());
    }

    private static List<Finding> found(ServiceItem item, Map<String, Object> changes) {
        return EntryCheck.findings(changed(item, changes));
    }

    private static ServiceItem changed(ServiceItem item, Map<String, Object> changes) {
        RecordComponent[] components = ServiceItem.class.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = changes.containsKey(name)
                        ? changes.get(name)
                        : components[i].getAccessor().invoke(item);
            }
            Constructor<ServiceItem> constructor = ServiceItem.class.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(item.name(), e);
        }
    }
}
