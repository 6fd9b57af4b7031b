package org.zhengtong.services.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle comes to for somebody: the items that take part in one order, one form and one list of materials.
 *
 * @param known all items of the bundle that there are
 * @param items those that take part
 */
public record BundlePlan(
        Bundle bundle,
        List<ServiceItem> known,
        List<ServiceItem> items,
        ItemOrder order,
        MergedForm form,
        MergedMaterials materials) {

    /** @param answers to the guide: question id → answer id */
    public static BundlePlan of(Bundle bundle, List<ServiceItem> known, Map<String, String> answers) {
        List<ItemCode> codes = bundle.itemsFor(answers);
        List<ServiceItem> items =
                known.stream().filter(item -> codes.contains(item.code())).toList();
        ItemOrder order = ItemOrder.of(items, bundle.order());
        return new BundlePlan(bundle, known, items, order, FormMerging.of(order), MergedMaterials.of(order.inOrder()));
    }

    /** A body that takes part, with what it does. */
    public record Part(String uscc, String name, List<ServiceItem> items) {}

    /** The lead body first, then the co-operating ones. */
    public List<Part> bodies() {
        Map<String, Part> parts = new LinkedHashMap<>();
        lead().ifPresent(lead -> parts.put(lead.uscc(), lead));
        items.forEach(item -> parts.computeIfAbsent(item.bodyUscc(), this::part));
        return List.copyOf(parts.values());
    }

    /** The lead body, as long as it is one of those the bundle's items belong to. */
    public Optional<Part> lead() {
        return bundle.leadBody()
                .filter(uscc -> known.stream().anyMatch(item -> item.bodyUscc().equals(uscc)))
                .map(this::part);
    }

    public List<Part> cooperating() {
        return bodies().stream()
                .filter(part -> bundle.leadBody().filter(part.uscc()::equals).isEmpty())
                .toList();
    }

    private Part part(String uscc) {
        String name = known.stream()
                .filter(item -> item.bodyUscc().equals(uscc))
                .map(ServiceItem::bodyName)
                .findFirst()
                .orElse(uscc);
        return new Part(
                uscc,
                name,
                items.stream().filter(item -> item.bodyUscc().equals(uscc)).toList());
    }

    /** What one goes through. */
    public record Figures(int bodies, int forms, int questions, int materials, int visits, int days) {}

    /** When every item is had done for itself, one after the other. */
    public Figures before() {
        return new Figures(
                (int) items.stream().map(ServiceItem::bodyUscc).distinct().count(),
                items.size(),
                items.stream().mapToInt(item -> item.form().fields().size()).sum(),
                (int) items.stream()
                        .flatMap(item -> item.materials().stream())
                        .filter(material -> !material.generated())
                        .count(),
                items.stream().mapToInt(ServiceItem::visits).sum(),
                items.stream().mapToInt(ServiceItem::promisedDays).sum());
    }

    /** As one thing: what one comes for within a step is done in one go. */
    public Figures after() {
        return new Figures(
                items.isEmpty() ? 0 : 1,
                items.isEmpty() ? 0 : 1,
                form.form().fields().size(),
                materials.asked(),
                order.steps().stream()
                        .mapToInt(step -> step.stream()
                                .mapToInt(ServiceItem::visits)
                                .max()
                                .orElse(0))
                        .sum(),
                order.days());
    }
}
