package org.zhengtong.services.catalogue.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.LifeEvent;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * What fits the chosen facets, and how many would fit with each further choice.
 *
 * @param heading what the page is about: the chosen event or body
 * @param count how many items fit, of which {@code items} are one page
 * @param next the address of the page after this one
 */
public record BrowseView(
        Facets chosen,
        Optional<String> heading,
        Optional<String> summary,
        List<Bundle> bundles,
        int count,
        List<ItemCard> items,
        Optional<String> next,
        List<Choice> events,
        List<Choice> bodies) {
    private static final int A_PAGE = 200;

    /** @param count how many items it leads to */
    public record Choice(String name, String address, int count, boolean chosen) {}

    static BrowseView of(List<ServiceItem> items, List<Bundle> bundles, Facets chosen, int page) {
        List<ServiceItem> fitting = items.stream().filter(chosen::fits).toList();
        int from = (int) Math.min((long) A_PAGE * Math.max(0, page - 1), fitting.size());
        int to = Math.min(from + A_PAGE, fitting.size());
        Optional<LifeEvent> event = LifeEvent.all().stream()
                .filter(one -> chosen.event().map(one.name()::equals).orElse(false))
                .findFirst();
        Optional<String> body = items.stream()
                .filter(item -> chosen.body().map(item.bodyUscc()::equals).orElse(false))
                .map(ServiceItem::bodyName)
                .findFirst();
        return new BrowseView(
                chosen,
                event.map(LifeEvent::name).or(() -> body),
                event.map(LifeEvent::summary),
                from > 0 ? List.of() : bundles.stream().filter(chosen::fits).toList(),
                fitting.size(),
                fitting.subList(from, to).stream().map(ItemCard::of).toList(),
                to < fitting.size() ? Optional.of(chosen.atPage(Math.max(1, page) + 1)) : Optional.empty(),
                events(items, chosen),
                bodies(items, chosen));
    }

    private static List<Choice> events(List<ServiceItem> items, Facets chosen) {
        Facets others = chosen.withoutEvent();
        return LifeEvent.all().stream()
                .map(event -> new Choice(
                        event.name(),
                        chosen.withEvent(Optional.of(event.name())),
                        (int) items.stream()
                                .filter(others::fits)
                                .filter(item -> item.lifeEvent().equals(event.name()))
                                .count(),
                        chosen.event().map(event.name()::equals).orElse(false)))
                .filter(choice -> choice.count() > 0 || choice.chosen())
                .toList();
    }

    private static List<Choice> bodies(List<ServiceItem> items, Facets chosen) {
        Facets others = chosen.withoutBody();
        Map<String, List<ServiceItem>> byBody = new LinkedHashMap<>();
        items.stream()
                .filter(others::fits)
                .forEach(item -> byBody.computeIfAbsent(item.bodyUscc(), any -> new ArrayList<>())
                        .add(item));
        return byBody.entrySet().stream()
                .map(entry -> new Choice(
                        entry.getValue().getFirst().bodyName(),
                        chosen.withBody(Optional.of(entry.getKey())),
                        entry.getValue().size(),
                        chosen.body().map(entry.getKey()::equals).orElse(false)))
                .toList();
    }
}
