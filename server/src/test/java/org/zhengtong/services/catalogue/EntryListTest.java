package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.identity.Uscc;

class EntryListTest {
    private final EntryList list = new EntryList();
    private final List<ServiceItem> entries = list.entries(YunxiBodies.read());

    @Test
    void all_entries_of_the_list_pass_the_publishing_gate() {
        Map<String, List<EntryCheck.Finding>> findings = entries.stream()
                .filter(item -> !EntryCheck.findings(item).isEmpty())
                .collect(Collectors.toMap(ServiceItem::name, EntryCheck::findings));

        assertThat(entries).hasSize(125);
        assertThat(findings).isEmpty();
    }

    @Test
    void every_code_is_the_bodys_uscc_then_the_level_then_the_base_code_and_none_is_there_twice() {
        Set<ItemCode> codes = new HashSet<>();
        for (ServiceItem item : entries) {
            assertThat(item.code().value())
                    .isEqualTo(item.bodyUscc() + "3" + item.baseCode())
                    .hasSize(31);
            assertThat(Uscc.parse(item.bodyUscc())).isPresent();
            assertThat(item.baseCode()).startsWith("00" + item.type().code()).hasSize(12);
            assertThat(codes.add(item.code())).isTrue();
        }
    }

    @Test
    void no_row_of_a_table_names_an_item_that_does_not_exist() {
        assertThat(list.namesWithoutEntry()).isEmpty();
    }

    @Test
    void the_fifteen_bundles_consist_of_items_of_the_list() {
        Set<ItemCode> codes = entries.stream().map(ServiceItem::code).collect(Collectors.toSet());

        List<Bundle> bundles = list.bundles(entries);

        assertThat(bundles).hasSize(15).allSatisfy(bundle -> {
            assertThat(bundle.items()).hasSizeGreaterThan(1).allMatch(codes::contains);
            assertThat(bundle.summary()).isNotBlank();
        });
    }

    @Test
    void every_item_has_two_answers_to_frequent_questions_without_open_places() {
        assertThat(entries).allSatisfy(item -> {
            assertThat(item.questions()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(item.questions())
                    .allSatisfy(question ->
                            assertThat(question.question() + question.answer()).doesNotContain("{", "}"));
        });
    }

    @Test
    void an_answer_of_the_guide_cuts_the_list_and_no_answer_cuts_nothing() {
        ServiceItem food = named("食品经营许可");

        List<String> small = food.materialsFor(Map.of("area", "small")).stream()
                .map(Material::name)
                .toList();

        assertThat(small).doesNotContain("经营场所平面布局图").contains("营业执照");
        assertThat(food.materialsFor(Map.of())).isEqualTo(food.materials());
        assertThat(food.materialsFor(Map.of("area", "no such answer", "no such question", "x")))
                .isEqualTo(food.materials());
    }

    @Test
    void a_business_licence_is_obtained_and_an_application_form_is_made_by_the_system() {
        ServiceItem food = named("食品经营许可");

        assertThat(material(food, "营业执照").licenceType()).contains("营业执照");
        assertThat(material(food, "食品经营许可申请书").generated()).isTrue();
        assertThat(material(food, "食品安全规章制度").requirement()).isEqualTo(Material.Requirement.MAY_FOLLOW);
        assertThat(food.licenceType()).contains("食品经营许可证");
    }

    @Test
    void every_licence_that_serves_for_a_material_is_the_result_of_some_item() {
        Set<String> issued =
                entries.stream().flatMap(item -> item.licenceType().stream()).collect(Collectors.toSet());

        assertThat(entries)
                .flatExtracting(ServiceItem::materials)
                .extracting(material -> material.licenceType().orElse("营业执照"))
                .allMatch(issued::contains);
    }

    @Test
    void a_founder_is_asked_for_the_firm_to_be_and_not_for_one_there_is() {
        Form form = named("企业设立登记").form();

        assertThat(form.fields())
                .extracting(Form.Field::id)
                .contains("proposed_name")
                .doesNotContain("firm_uscc");
    }

    private ServiceItem named(String name) {
        return entries.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Material material(ServiceItem item, String name) {
        return item.materials().stream()
                .filter(material -> material.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
