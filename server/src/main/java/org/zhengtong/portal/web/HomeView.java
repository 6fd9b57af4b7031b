package org.zhengtong.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.LifeEvent;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * What the front page shows; every number is counted from what is published.
 *
 * @param waiting what waits for the person, when somebody is signed in
 */
public record HomeView(
        List<Event> personal,
        List<Event> business,
        List<Office> bodies,
        Numbers numbers,
        Optional<MyView.Waiting> waiting) {

    /** A turn of life with how much stands behind it. */
    public record Event(String name, String summary, int items, int bundles) {}

    /** A body with how many items it answers for. */
    public record Office(String uscc, String name, int items) {}

    /**
     * @param fullyOnline percent of the items nobody has to come for.
     * @param quicker by how many percent the promised days are below the legal ones, over all items
     */
    public record Numbers(int items, int bundles, int fullyOnline, int quicker) {}

    static HomeView of(List<ServiceItem> items, List<Bundle> bundles, Optional<MyView.Waiting> waiting) {
        return new HomeView(
                events(items, bundles, Audience.PERSON),
                events(items, bundles, Audience.FIRM),
                offices(items),
                numbers(items, bundles),
                waiting);
    }

    private static List<Event> events(List<ServiceItem> items, List<Bundle> bundles, Audience who) {
        return LifeEvent.all().stream()
                .filter(event -> event.who().contains(who))
                .map(event -> new Event(
                        event.name(),
                        event.summary(),
                        (int) items.stream()
                                .filter(item -> item.lifeEvent().equals(event.name()))
                                .count(),
                        (int) bundles.stream()
                                .filter(bundle -> bundle.lifeEvent().equals(event.name()))
                                .count()))
                .filter(event -> event.items() > 0)
                .toList();
    }

    private static List<Office> offices(List<ServiceItem> items) {
        Map<String, List<ServiceItem>> byBody = new LinkedHashMap<>();
        items.forEach(item -> byBody.computeIfAbsent(item.bodyUscc(), any -> new ArrayList<>())
                .add(item));
        return byBody.entrySet().stream()
                .map(entry -> new Office(
                        entry.getKey(),
                        entry.getValue().getFirst().bodyName(),
                        entry.getValue().size()))
                .toList();
    }

    private static Numbers numbers(List<ServiceItem> items, List<Bundle> bundles) {
        int online = (int) items.stream().filter(ServiceItem::fullyOnline).count();
        int statutory = items.stream().mapToInt(ServiceItem::statutoryDays).sum();
        int promised = items.stream().mapToInt(ServiceItem::promisedDays).sum();
        return new Numbers(
                items.size(),
                bundles.size(),
                items.isEmpty() ? 0 : 100 * online / items.size(),
                statutory == 0 ? 0 : 100 - 100 * promised / statutory);
    }
}
