package org.zhengtong.services.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The bundles of a city of our kind, as tables that name items by their names and bodies by their departments. */
final class BundleRules {
    private final Map<String, ServiceItem> items;
    private final Map<String, Map<String, List<PipeTable.Row>>> guide;
    private final UnaryOperator<String> department;

    /** @param department of the item of this name */
    BundleRules(List<ServiceItem> entries, PipeTable guide, UnaryOperator<String> department) {
        this.items = entries.stream().collect(Collectors.toMap(ServiceItem::name, item -> item));
        this.guide = guide.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("bundle"),
                        LinkedHashMap::new,
                        Collectors.groupingBy(row -> row.get("choice"), LinkedHashMap::new, Collectors.toList())));
        this.department = department;
    }

    Bundle bundle(PipeTable.Row row, List<String> words, Set<Audience> audience) {
        String lead = row.get("lead");
        return new Bundle(
                row.get("code"),
                1,
                row.get("name"),
                row.get("summary"),
                words,
                audience,
                row.get("life_event"),
                row.list("items").stream()
                        .filter(name -> department.apply(name).equals(lead))
                        .map(name -> item(name).bodyUscc())
                        .findFirst(),
                codes(row.list("items")),
                choices(row.get("code")),
                row.list("order").stream().map(this::precedence).toList());
    }

    private List<Bundle.Choice> choices(String bundle) {
        return guide.getOrDefault(bundle, Map.of()).entrySet().stream()
                .map(choice -> new Bundle.Choice(
                        choice.getKey(),
                        choice.getValue().getFirst().get("question"),
                        choice.getValue().stream()
                                .map(row -> new Bundle.Answer(
                                        row.get("answer"), row.get("text"), codes(row.list("without"))))
                                .toList()))
                .toList();
    }

    private Bundle.Precedence precedence(String text) {
        String[] parts = text.split(">", 2);
        return new Bundle.Precedence(item(parts[0]).code(), item(parts[1]).code());
    }

    private List<ItemCode> codes(List<String> names) {
        return names.stream().map(name -> item(name).code()).toList();
    }

    private ServiceItem item(String name) {
        return Optional.ofNullable(items.get(name))
                .orElseThrow(() -> new IllegalStateException("no item is called " + name));
    }
}
