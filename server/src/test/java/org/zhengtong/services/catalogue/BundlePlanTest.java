package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Bundle.Precedence;

class BundlePlanTest {
    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void what_is_anothers_result_waits_for_it_and_the_rest_runs_beside() {
        BundlePlan birth = DemoBundles.plan(DemoBundles.bundle("B001"), Map.of());

        assertThat(birth.order().steps().stream().map(BundlePlanTest::names))
                .containsExactly(
                        List.of("出生医学证明签发", "生育津贴支付"),
                        List.of("出生登记(申报户口)"),
                        List.of("预防接种证办理", "城乡居民基本医疗保险参保登记", "社会保障卡申领"));
    }

    @Test
    void the_whole_takes_as_long_as_the_longest_way_through() {
        BundlePlan soldier = DemoBundles.plan(DemoBundles.bundle("B007"), Map.of());
        BundlePlan withCard = DemoBundles.plan(DemoBundles.bundle("B007"), Map.of("identity", "yes"));

        assertThat(soldier.before().days()).isEqualTo(1 + 20 + 30 + 20);
        assertThat(soldier.after().days()).isEqualTo(20 + 1 + 30);
        assertThat(names(soldier.order().longestWay()))
                .containsExactlyInAnyOrder("居民身份证申领、换领、补领", "退役军人报到登记", "退役军人优待证申领");
        assertThat(withCard.after().days()).isEqualTo(1 + 30);
    }

    @Test
    void a_result_handed_on_is_asked_for_only_when_its_item_takes_no_part() {
        Bundle disabled = DemoBundles.bundle("B005");

        BundlePlan first = DemoBundles.plan(disabled, Map.of("holder", "no"));
        BundlePlan again = DemoBundles.plan(disabled, Map.of("holder", "yes"));

        assertThat(wanted(first)).doesNotContain("残疾人证");
        assertThat(first.materials().handedOn())
                .extracting(handed -> handed.material().name())
                .contains("残疾人证");
        assertThat(wanted(again)).contains("残疾人证");
        assertThat(names(again.items())).doesNotContain("残疾人证核发");
    }

    @Test
    void materials_are_the_same_by_name_or_by_licence_and_the_strictest_demand_counts() {
        ServiceItem one = with("公证办理", material("m1", "身份证明", Material.Requirement.OPTIONAL, "身份证"));
        ServiceItem two = with("法律援助申请", material("m1", "身份证明", Material.Requirement.REQUIRED, null));
        ServiceItem three = with("居住证申领", material("m1", "居民身份证", Material.Requirement.MAY_FOLLOW, "身份证"));

        MergedMaterials merged = MergedMaterials.of(List.of(two, three, one));

        assertThat(merged.wanted()).singleElement().satisfies(wanted -> {
            assertThat(wanted.material().requirement()).isEqualTo(Material.Requirement.REQUIRED);
            assertThat(wanted.items()).containsExactlyInAnyOrder(one, two, three);
        });
    }

    @Test
    void a_circle_is_found_and_named_and_everything_still_has_its_place() {
        ServiceItem notary = item("公证办理");
        ServiceItem aid = item("法律援助申请");
        ServiceItem card = item("居住证申领");

        ItemOrder order = ItemOrder.of(
                List.of(notary, aid, card),
                List.of(new Precedence(notary.code(), aid.code()), new Precedence(aid.code(), notary.code())));

        assertThat(order.cycles())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle).containsExactlyInAnyOrder(notary, aid));
        assertThat(order.inOrder()).containsExactlyInAnyOrder(notary, aid, card);
        assertThat(order.days()).isPositive();
    }

    @Test
    void nothing_is_lost_and_nothing_is_longer_than_the_sum_for_every_bundle_and_random_ones() {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Stream<BundlePlan> published = DemoBundles.BUNDLES.stream()
                .flatMap(bundle -> DemoBundles.answers(bundle).stream().map(way -> DemoBundles.plan(bundle, way)));
        Stream<BundlePlan> invented = Stream.generate(() -> random(random)).limit(300);

        Stream.concat(published, invented).forEach(plan -> {
            everyMaterialHasItsPlaceOnce(plan);
            assertThat(plan.materials().wanted().size())
                    .isLessThanOrEqualTo(plan.items().stream()
                            .mapToInt(item -> item.materials().size())
                            .sum());
            assertThat(plan.after().days()).isLessThanOrEqualTo(plan.before().days());
            assertThat(plan.after().questions())
                    .isLessThanOrEqualTo(plan.before().questions());
            if (plan.order().cycles().isEmpty()) {
                plan.order()
                        .dependencies()
                        .forEach(dependency -> assertThat(step(plan, dependency.first()))
                                .as("seed %d", seed)
                                .isLessThan(step(plan, dependency.then())));
            }
        });
    }

    @Test
    void the_picture_has_a_box_for_every_item_beside_no_other_and_an_arrow_for_every_wait() {
        Random random = new Random(seed);
        Stream.concat(
                        DemoBundles.BUNDLES.stream().map(bundle -> DemoBundles.plan(bundle, Map.of())),
                        Stream.generate(() -> random(random)).limit(100))
                .forEach(plan -> {
                    PlanPicture picture = PlanPicture.of(plan);

                    assertThat(picture.boxes())
                            .extracting(PlanPicture.Box::item)
                            .hasSameElementsAs(plan.items());
                    assertThat(picture.arrows().size())
                            .isEqualTo(plan.order().dependencies().stream()
                                    .map(one -> one.first().code() + ">"
                                            + one.then().code())
                                    .distinct()
                                    .count());
                    for (PlanPicture.Box box : picture.boxes()) {
                        assertThat(box.x() + box.width()).isLessThanOrEqualTo(picture.width());
                        assertThat(box.y() + box.height()).isLessThanOrEqualTo(picture.height());
                        assertThat(picture.boxes())
                                .as("seed %d", seed)
                                .noneMatch(other -> !other.equals(box)
                                        && other.x() == box.x()
                                        && other.y() < box.y() + box.height()
                                        && box.y() < other.y() + other.height());
                    }
                });
    }

    @Test
    void a_long_name_is_broken_into_lines_and_cut_at_the_end() {
        assertThat(PlanPicture.lines("公证办理")).containsExactly("公证办理");
        assertThat(PlanPicture.lines("设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批和其他几个事项一起办理"))
                .hasSize(3)
                .last()
                .asString()
                .endsWith("…");
    }

    private static void everyMaterialHasItsPlaceOnce(BundlePlan plan) {
        for (ServiceItem item : plan.items()) {
            for (Material material : item.materials()) {
                long asked = plan.materials().wanted().stream()
                        .flatMap(wanted -> wanted.serves().stream())
                        .filter(use -> use.item().equals(item) && use.material().equals(material))
                        .count();
                long handed = plan.materials().handedOn().stream()
                        .filter(one -> one.to().equals(item) && one.material().equals(material))
                        .count();
                assertThat(asked + handed)
                        .as("%s of %s", material.name(), item.name())
                        .isEqualTo(1);
            }
        }
        Set<String> names = new HashSet<>();
        plan.materials().wanted().stream()
                .filter(wanted -> !wanted.material().generated())
                .forEach(wanted ->
                        assertThat(names.add(wanted.material().name())).isTrue());
    }

    private static BundlePlan random(Random random) {
        List<ServiceItem> items = new ArrayList<>(DemoBundles.ITEMS);
        Collections.shuffle(items, random);
        items = items.subList(0, random.nextInt(1, 9));
        List<Precedence> order = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            order.add(new Precedence(
                    items.get(random.nextInt(items.size())).code(),
                    items.get(random.nextInt(items.size())).code()));
        }
        Bundle bundle = Bundle.blank("B999")
                .with(
                        Set.of(BundleElement.ITEMS, BundleElement.ORDER),
                        new Bundle(
                                "",
                                1,
                                "",
                                "",
                                List.of(),
                                Set.of(),
                                "",
                                Optional.empty(),
                                items.stream().map(ServiceItem::code).toList(),
                                List.of(),
                                order));
        return BundlePlan.of(bundle, items, Map.of());
    }

    private static int step(BundlePlan plan, ServiceItem item) {
        List<List<ServiceItem>> steps = plan.order().steps();
        return steps.indexOf(
                steps.stream().filter(step -> step.contains(item)).findFirst().orElseThrow());
    }

    private static List<String> wanted(BundlePlan plan) {
        return plan.materials().wanted().stream()
                .map(wanted -> wanted.material().name())
                .toList();
    }

    private static List<String> names(Iterable<ServiceItem> items) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(item.name()));
        return names;
    }

    private static ServiceItem item(String name) {
        return DemoBundles.ITEMS.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ServiceItem with(String name, Material material) {
        return EntryDocument.of(item(name))
                .with(Element.MATERIALS, EntryDocument.value(List.of(material)))
                .item();
    }

    private static Material material(
            String id, String name, Material.Requirement requirement, @Nullable String licence) {
        return new Material(
                id,
                name,
                requirement,
                Material.MaterialSource.GOVERNMENT,
                Optional.of("公安机关"),
                "1 份",
                "PDF",
                "",
                "",
                false,
                Optional.ofNullable(licence));
    }
}
