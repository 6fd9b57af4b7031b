package org.zhengtong.services.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;

/** One thing, for programs. */
@Tag(name = "Catalogue")
@RestController
@RequestMapping("/api/v1/bundles")
class BundleApi {
    private final Catalogue catalogue;

    BundleApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Operation(summary = "All bundles: one thing done at once")
    @GetMapping
    Bundles bundles() {
        return new Bundles(catalogue.bundles());
    }

    /** @param situation answers to the bundle's guide, each {@code question:answer} */
    @Operation(summary = "A bundle with its order, its one list of materials and its one form")
    @GetMapping("/{code}")
    PlannedBundle bundle(@PathVariable String code, @RequestParam(required = false) List<String> situation) {
        Bundle bundle = catalogue.bundle(code).orElseThrow(() -> Problem.notFound("unknown-bundle"));
        return PlannedBundle.of(catalogue.plan(bundle, Answers.parse(situation == null ? List.of() : situation)));
    }

    record Bundles(List<Bundle> bundles) {}

    /** @param bundle as it was published; the rest follows from it, its items and the situation */
    record PlannedBundle(
            Bundle bundle,
            Optional<BundleBody> leadBody,
            List<BundleBody> cooperatingBodies,
            BundleOrder plan,
            List<BundleMaterial> materials,
            List<HandedOnMaterial> handedOn,
            BundleForm form) {

        static PlannedBundle of(BundlePlan plan) {
            return new PlannedBundle(
                    plan.bundle(),
                    plan.lead().map(BundleBody::of),
                    plan.cooperating().stream().map(BundleBody::of).toList(),
                    BundleOrder.of(plan),
                    plan.materials().wanted().stream()
                            .map(wanted -> new BundleMaterial(
                                    wanted.material(),
                                    wanted.serves().stream()
                                            .map(use -> new ServedItem(
                                                    code(use.item()),
                                                    use.material().id()))
                                            .toList()))
                            .toList(),
                    plan.materials().handedOn().stream()
                            .map(one -> new HandedOnMaterial(
                                    code(one.from()),
                                    code(one.to()),
                                    one.material().id(),
                                    one.material().name()))
                            .toList(),
                    BundleForm.of(plan));
        }
    }

    record BundleBody(String uscc, String name, List<String> items) {
        static BundleBody of(BundlePlan.Part part) {
            return new BundleBody(
                    part.uscc(),
                    part.name(),
                    part.items().stream().map(BundleApi::code).toList());
        }
    }

    /** @param steps items that run at the same time, step after step */
    record BundleOrder(
            List<List<String>> steps, List<Wait> waits, int days, BundlePlan.Figures before, BundlePlan.Figures after) {
        static BundleOrder of(BundlePlan plan) {
            return new BundleOrder(
                    plan.order().steps().stream()
                            .map(step -> step.stream().map(BundleApi::code).toList())
                            .toList(),
                    plan.order().dependencies().stream()
                            .map(one -> new Wait(
                                    code(one.first()),
                                    code(one.then()),
                                    one.material().map(Material::name)))
                            .toList(),
                    plan.order().days(),
                    plan.before(),
                    plan.after());
        }
    }

    /** @param material what {@code then} needs of {@code first}; absent when the order is only laid down */
    record Wait(String first, String then, Optional<String> material) {}

    record BundleMaterial(Material material, List<ServedItem> serves) {}

    /** @param material its id in that item */
    record ServedItem(String item, String material) {}

    record HandedOnMaterial(String from, String to, String material, String name) {}

    /**
     * @param form as data; as JSON Schema at {@code /api/v1/bundles/{code}/schema}
     * @param fills which question of which item's form each field answers
     * @param settled questions that the licence of an earlier item answers
     */
    record BundleForm(Form form, List<FilledField> fills, List<SettledField> settled) {
        static BundleForm of(BundlePlan plan) {
            return new BundleForm(
                    plan.form().form(),
                    plan.form().uses().stream()
                            .map(use -> new FilledField(use.mergedField(), code(use.item()), use.field()))
                            .toList(),
                    plan.form().settled().stream()
                            .map(one -> new SettledField(
                                    code(one.item()),
                                    one.field().id(),
                                    code(one.from()),
                                    one.source().licenceType(),
                                    one.source().attribute()))
                            .toList());
        }
    }

    record FilledField(String field, String item, String itemField) {}

    record SettledField(String item, String itemField, String from, String licenceType, String attribute) {}

    private static String code(ServiceItem item) {
        return item.code().value();
    }
}
