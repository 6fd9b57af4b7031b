package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.BundleCheck.Finding;
import org.zhengtong.services.catalogue.BundleCheck.Rule;
import tools.jackson.databind.json.JsonMapper;

class BundleCheckTest {
    private final Map<ItemCode, ServiceItem> known =
            DemoBundles.ITEMS.stream().collect(Collectors.toMap(ServiceItem::code, Function.identity()));
    private final Bundle restaurant = DemoBundles.bundle("B008");
    private final ItemCode food = code("食品经营许可");
    private final ItemCode shop = code("个体工商户设立登记");

    @Test
    void the_fifteen_bundles_pass_with_a_lead_body_and_most_have_a_guide() {
        assertThat(DemoBundles.BUNDLES).allSatisfy(bundle -> {
            assertThat(heldBack(bundle)).as(bundle.name()).isEmpty();
            assertThat(DemoBundles.plan(bundle, Map.of()).lead()).isPresent();
        });
        assertThat(DemoBundles.BUNDLES)
                .filteredOn(bundle -> !bundle.guide().isEmpty())
                .hasSizeGreaterThan(10);
    }

    @Test
    void an_empty_bundle_lacks_everything() {
        assertThat(heldBack(Bundle.blank("B016")))
                .extracting(Finding::rule, Finding::element)
                .contains(
                        tuple(Rule.ELEMENT_MISSING, BundleElement.NAME),
                        tuple(Rule.ELEMENT_MISSING, BundleElement.LEAD_BODY),
                        tuple(Rule.ELEMENT_MISSING, BundleElement.AUDIENCE),
                        tuple(Rule.TOO_FEW_ITEMS, BundleElement.ITEMS));
    }

    @Test
    void texts_are_short_and_have_nothing_hidden_in_them() {
        Bundle guide = changed(
                restaurant,
                BundleElement.GUIDE,
                List.of(new Bundle.Choice(
                        "q1",
                        "有店面吗?" + "很长".repeat(50),
                        List.of(
                                new Bundle.Answer("a1", "有\u202e", List.of()),
                                new Bundle.Answer("a2", "没有", List.of())))));

        assertThat(heldBack(guide))
                .containsExactly(
                        new Finding(Rule.TEXT_WITHIN_LIMITS, BundleElement.GUIDE, "100"),
                        new Finding(Rule.CHARACTERS_ARE_PLAIN, BundleElement.GUIDE, "U+202E"));
        assertThat(heldBack(named("饭".repeat(60)))).isEmpty();
        assertThat(heldBack(named("饭".repeat(61))))
                .containsExactly(new Finding(Rule.TEXT_WITHIN_LIMITS, BundleElement.NAME, "60"));
        assertThat(heldBack(named("开\u200b饭店")))
                .containsExactly(new Finding(Rule.CHARACTERS_ARE_PLAIN, BundleElement.NAME, "U+200B"));
    }

    @Test
    void items_that_are_not_there_not_in_use_or_there_twice_are_named() {
        known.computeIfPresent(food, (_, item) -> item.withState(ItemState.SUSPENDED));
        known.computeIfPresent(shop, (_, item) -> item.withState(ItemState.CANCELLED));
        ItemCode nowhere = new ItemCode(food.value().replace("000100", "000199"));
        Bundle bundle = items(restaurant, List.of(shop, food, nowhere, code("公证办理"), code("公证办理")));

        assertThat(heldBack(bundle))
                .contains(
                        new Finding(Rule.SUSPENDED_ITEM, BundleElement.ITEMS, "食品经营许可"),
                        new Finding(Rule.CANCELLED_ITEM, BundleElement.ITEMS, "个体工商户设立登记"),
                        new Finding(Rule.UNKNOWN_ITEM, BundleElement.ITEMS, nowhere.value()),
                        new Finding(Rule.ITEM_TWICE, BundleElement.ITEMS, "公证办理"));
    }

    @Test
    void the_lead_body_takes_part_itself() {
        Bundle bundle = changed(
                restaurant, BundleElement.LEAD_BODY, Optional.of(code("公证办理").bodyUscc()));

        assertThat(heldBack(bundle))
                .containsExactly(new Finding(Rule.LEAD_BODY_TAKES_PART, BundleElement.LEAD_BODY, ""));
    }

    @Test
    void what_belongs_together_is_for_the_same_people_except_where_a_person_founds_a_firm() {
        Bundle firmOnly = DemoBundles.bundle("B010");

        assertThat(heldBack(changed(firmOnly, BundleElement.AUDIENCE, Set.of(Audience.PERSON))))
                .containsExactly(new Finding(Rule.COMMON_AUDIENCE, BundleElement.AUDIENCE, ""));
        assertThat(heldBack(restaurant)).isEmpty();
    }

    @Test
    void a_circle_by_what_is_said_and_what_is_handed_on_is_named_with_its_way() {
        Bundle circle = changed(restaurant, BundleElement.ORDER, List.of(new Bundle.Precedence(food, shop)));

        assertThat(heldBack(circle)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.NO_CYCLE);
            assertThat(finding.detail()).contains("食品经营许可", "个体工商户设立登记", "→");
        });
    }

    @Test
    void order_and_guide_speak_only_of_items_of_the_bundle() {
        ItemCode stranger = code("公证办理");
        Bundle order = changed(restaurant, BundleElement.ORDER, List.of(new Bundle.Precedence(food, stranger)));
        Bundle guide = changed(
                restaurant,
                BundleElement.GUIDE,
                List.of(new Bundle.Choice(
                        "q1",
                        "有吗?",
                        List.of(
                                new Bundle.Answer("a1", "有", restaurant.items()),
                                new Bundle.Answer("a2", "没有", List.of(stranger))))));

        assertThat(heldBack(order)).extracting(Finding::rule).containsExactly(Rule.ORDER_REFERENCES_EXIST);
        assertThat(heldBack(guide))
                .extracting(Finding::rule)
                .containsExactly(Rule.GUIDE_IS_WHOLE, Rule.GUIDE_LEAVES_SOMETHING);
    }

    @Test
    void a_document_from_before_lead_body_guide_and_order_is_read() {
        String old = """
                {"code":"B001","version":3,"name":"新生儿","summary":"一次办","everydayWords":["生孩子"],
                "audience":["PERSON"],"lifeEvent":"生育收养","items":["%s"]}
                """.formatted(food.value());

        Bundle read = JsonMapper.shared().readValue(old, Bundle.class);

        assertThat(read.items()).containsExactly(food);
        assertThat(read.leadBody()).isEmpty();
        assertThat(read.guide()).isEmpty();
        assertThat(read.order()).isEmpty();
    }

    private Bundle named(String name) {
        return changed(restaurant, BundleElement.NAME, name);
    }

    private List<Finding> heldBack(Bundle bundle) {
        return BundleCheck.findings(bundle, known).stream()
                .filter(finding -> finding.rule().holdsBack())
                .toList();
    }

    private static ItemCode code(String name) {
        return DemoBundles.ITEMS.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static Bundle items(Bundle bundle, List<ItemCode> items) {
        Bundle other =
                new Bundle("", 1, "", "", List.of(), Set.of(), "", Optional.empty(), items, List.of(), List.of());
        return bundle.with(Set.of(BundleElement.ITEMS, BundleElement.GUIDE, BundleElement.ORDER), other);
    }

    @SuppressWarnings("unchecked")
    private static Bundle changed(Bundle bundle, BundleElement element, Object value) {
        Bundle other = new Bundle(
                "",
                1,
                element == BundleElement.NAME ? (String) value : "",
                "",
                List.of(),
                element == BundleElement.AUDIENCE ? (Set<Audience>) value : Set.of(),
                "",
                element == BundleElement.LEAD_BODY ? (Optional<String>) value : Optional.empty(),
                List.of(),
                element == BundleElement.GUIDE ? (List<Bundle.Choice>) value : List.of(),
                element == BundleElement.ORDER ? (List<Bundle.Precedence>) value : List.of());
        return bundle.with(Set.of(element), other);
    }
}
