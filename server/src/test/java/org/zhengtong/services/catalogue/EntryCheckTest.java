package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryCheck.Rule;
import org.zhengtong.services.catalogue.FurtherElements.BodyNature;
import org.zhengtong.services.catalogue.FurtherElements.OnlineDepth;

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
        FurtherElements offline = FurtherElements.NONE.withOnlineDepth(OnlineDepth.INFORMATION);

        assertThat(found(food, Map.of("online", false, "postAccepted", false, "further", offline)))
                .containsExactly(new Finding(Rule.OFFLINE_WITHOUT_VISIT_TAKES_POST, "postAccepted"));
        assertThat(found(food, Map.of("online", false, "further", offline))).isEmpty();
    }

    @Test
    void nothing_is_called_fully_online_that_asks_for_a_visit() {
        assertThat(found(passport, Map.of("summary", "护照全程网办。")))
                .containsExactly(new Finding(Rule.FULLY_ONLINE_MEANS_NO_VISIT, "visits"));
    }

    @Test
    void a_fee_has_project_standard_and_basis() {
        assertThat(found(passport, Map.of("feeStandard", Optional.of("120 元"))))
                .containsExactly(fee("项目"), fee("标准"), fee("依据"));
        assertThat(found(passport, Map.of("feeStandard", Optional.of("项目:工本费;标准:;依据：发改价格〔2019〕914 号"))))
                .containsExactly(fee("标准"));
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
        Situation broken = new Situation(
                "area",
                "?",
                List.of(
                        new Situation.Answer("small", "<50", Set.of("m99")),
                        new Situation.Answer("large", "≥50", Set.of())));

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
                "《中华人民共和国食品安全法》",
                "",
                false,
                Optional.empty());

        assertThat(found(food, Map.of("materials", List.of(material), "situations", List.of())))
                .containsExactly(new Finding(Rule.ISSUER_NAMED, "materials", "营业执照"));
    }

    @Test
    void how_deep_it_goes_online_agrees_with_the_ways_in() {
        assertThat(found(passport, Map.of("further", FurtherElements.NONE)))
                .containsExactly(new Finding(Rule.FULLY_ONLINE_MEANS_NO_VISIT, "onlineDepth"));
        assertThat(found(food, Map.of("online", false)))
                .containsExactly(new Finding(Rule.ONLINE_DEPTH_AGREES, "onlineDepth"));
        assertThat(found(food, Map.of("further", FurtherElements.NONE.withOnlineDepth(OnlineDepth.INFORMATION))))
                .containsExactly(new Finding(Rule.ONLINE_DEPTH_AGREES, "onlineDepth"));
    }

    @Test
    void an_online_address_is_one_that_can_be_opened_safely() {
        for (String address : List.of("javascript:alert(1)", "http://www.example.gov.cn", "https://x y.cn")) {
            assertThat(found(food, Map.of("further", further(Map.of("onlineAddress", Optional.of(address))))))
                    .containsExactly(new Finding(Rule.ONLINE_ADDRESS_IS_SAFE, "onlineAddress", address));
        }
        assertThat(found(
                        food,
                        Map.of(
                                "further",
                                further(Map.of("onlineAddress", Optional.of("https://zwfw.example.gov.cn/a?b=1"))))))
                .isEmpty();
    }

    @Test
    void an_entrusted_organisation_is_named_and_an_authorised_one_names_the_law() {
        assertThat(found(food, Map.of("further", further(Map.of("bodyNature", BodyNature.ENTRUSTED_ORGANISATION)))))
                .containsExactly(new Finding(Rule.BODY_NATURE_IS_BACKED, "entrustedBody"));
        assertThat(found(
                        food,
                        Map.of(
                                "legalBasis",
                                List.of("本省规定"),
                                "further",
                                further(Map.of("bodyNature", BodyNature.AUTHORISED_ORGANISATION)))))
                .containsExactly(new Finding(Rule.BODY_NATURE_IS_BACKED, "legalBasis"));
    }

    @Test
    void a_special_procedure_says_once_how_many_days_it_takes() {
        SpecialProcedure hearing = new SpecialProcedure(SpecialProcedure.Kind.HEARING, 20);
        SpecialProcedure unknown = new SpecialProcedure(SpecialProcedure.Kind.TESTING, 0);

        assertThat(found(food, Map.of("further", further(Map.of("specialProcedures", List.of(hearing))))))
                .isEmpty();
        assertThat(found(
                        food,
                        Map.of("further", further(Map.of("specialProcedures", List.of(hearing, hearing, unknown))))))
                .containsExactly(
                        new Finding(Rule.SPECIAL_PROCEDURE_HAS_DAYS, "specialProcedures", "HEARING"),
                        new Finding(Rule.SPECIAL_PROCEDURE_HAS_DAYS, "specialProcedures", "TESTING"));
    }

    @Test
    void no_place_has_a_list_that_counts_more() {
        assertThat(found(food, Map.of("conditions", List.of("材料以办事窗口工作人员要求为准"))))
                .containsExactly(new Finding(Rule.ONE_LIST, "conditions", "以办事窗口工作人员要求为准"));
    }

    @Test
    void a_material_without_a_law_is_not_asked_for() {
        Material free = changed(named("营业执照照片"), Map.of("legalBasis", " "));

        assertThat(found(food, Map.of("materials", List.of(free), "situations", List.of())))
                .containsExactly(new Finding(Rule.MATERIAL_HAS_BASIS, "materials", "营业执照照片"));
    }

    @Test
    void a_question_of_the_guide_has_two_answers_at_least() {
        Situation lonely = new Situation("area", "多大？", List.of(new Situation.Answer("a", "小", Set.of())));

        assertThat(found(food, Map.of("situations", List.of(lonely))))
                .containsExactly(new Finding(Rule.GUIDE_CAN_BE_ANSWERED, "situations", "多大？"));
    }

    @Test
    void handling_items_have_a_number_of_their_own_and_a_situation_there_is() {
        List<HandlingItem> items = List.of(
                new HandlingItem("01", "小店", Map.of("area", "small")),
                new HandlingItem("01", "大店", Map.of("area", "large")),
                new HandlingItem("00", "零", Map.of()),
                new HandlingItem("02", "无此情形", Map.of("area", "huge")));

        assertThat(found(food, Map.of("handlingItems", items)))
                .containsExactly(
                        new Finding(Rule.HANDLING_CODES, "handlingItems", "01"),
                        new Finding(Rule.HANDLING_CODES, "handlingItems", "00"),
                        new Finding(Rule.REFERENCES_EXIST, "handlingItems", "无此情形"));
    }

    @Test
    void texts_and_lists_have_an_end() {
        assertThat(found(food, Map.of("summary", "长".repeat(2001))))
                .containsExactly(new Finding(Rule.TEXT_WITHIN_LIMITS, "summary", "2000"));
        assertThat(found(food, Map.of("everydayWords", Collections.nCopies(51, "开店"))))
                .containsExactly(new Finding(Rule.LIST_WITHIN_LIMITS, "everydayWords", "50"));
        assertThat(found(food, Map.of("summary", "😀".repeat(2000)))).isEmpty();
    }

    @Test
    void nothing_hides_in_a_text() {
        Map<String, String> hidden =
                Map.of("食品\u202E经营", "U+202E", "食品\u200B经营", "U+200B", "食品\u0007经营", "U+0007", "食品\n经营", "U+000A");
        hidden.forEach((text, code) -> assertThat(found(food, Map.of("name", text)))
                .containsExactly(new Finding(Rule.CHARACTERS_ARE_PLAIN, "name", code)));
        assertThat(found(food, Map.of("summary", "第一行\n第二行"))).isEmpty();
    }

    @Test
    void every_rule_has_a_name_a_sentence_and_a_legal_basis() {
        ResourceBundle words = ResourceBundle.getBundle("messages/services/catalogue", Locale.ROOT);

        for (Rule rule : Rule.values()) {
            for (String part : List.of("", ".text", ".basis")) {
                assertThat(words.containsKey("catalogue.rule." + rule + part))
                        .as(rule + part)
                        .isTrue();
            }
            assertThat(words.getString("catalogue.rule." + rule + ".text"))
                    .as(rule.name())
                    .contains("{0}");
            assertThat(words.getString("catalogue.rule." + rule + ".basis")).containsAnyOf("《", "GB");
        }
        for (Element element : Element.values()) {
            assertThat(words.containsKey("catalogue.element." + element.id())).isTrue();
            assertThat(words.containsKey("catalogue.part." + element.part())).isTrue();
        }
    }

    private static Finding fee(String part) {
        return new Finding(Rule.FEE_HAS_PROJECT_STANDARD_BASIS, "feeStandard", part);
    }

    private static FurtherElements further(Map<String, Object> changes) {
        return changed(FurtherElements.NONE, changes);
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
                "《中华人民共和国食品安全法》",
                "",
                false,
                Optional.empty());
    }

    private static List<Finding> found(ServiceItem item, Map<String, Object> changes) {
        return EntryCheck.findings(changed(item, changes));
    }

    private static <T extends Record> T changed(T record, Map<String, Object> changes) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = changes.containsKey(name)
                        ? changes.get(name)
                        : components[i].getAccessor().invoke(record);
            }
            @SuppressWarnings("unchecked")
            Constructor<T> constructor = (Constructor<T>) record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(record.toString(), e);
        }
    }
}
