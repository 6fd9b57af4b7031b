package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of several items runs beside each other and what waits: an item waits for another when the other's result is one
 * of its materials, or when it is said so.
 *
 * @param steps what can run at the same time, in the order of the steps; what stands in a circle comes last
 * @param dependencies each pair once for every material handed on
 * @param cycles items that wait for each other in a circle, each circle in its order
 */
public record ItemOrder(List<List<ServiceItem>> steps, List<Dependency> dependencies, List<List<ServiceItem>> cycles) {

    /** @param material what {@code then} needs of {@code first}; empty when the order is only said */
    public record Dependency(ServiceItem first, ServiceItem then, Optional<Material> material) {}

    /** @param items each once, in the order in which they are told */
    public static ItemOrder of(List<ServiceItem> items, List<Bundle.Precedence> said) {
        List<Dependency> dependencies = new ArrayList<>();
        for (ServiceItem then : items) {
            for (ServiceItem first : items) {
                dependencies.addAll(between(first, then, said));
            }
        }
        Set<ServiceItem> open = new LinkedHashSet<>(items);
        List<List<ServiceItem>> steps = new ArrayList<>();
        while (true) {
            List<ServiceItem> next = open.stream()
                    .filter(item -> waitsFor(item, dependencies).stream().noneMatch(open::contains))
                    .toList();
            if (next.isEmpty()) {
                break;
            }
            steps.add(next);
            next.forEach(open::remove);
        }
        if (!open.isEmpty()) {
            steps.add(List.copyOf(open));
        }
        return new ItemOrder(List.copyOf(steps), List.copyOf(dependencies), cycles(open, dependencies));
    }

    /** Whether the item's result serves for the material. */
    public static boolean gives(ServiceItem item, Material material) {
        return item.result().equals(material.name())
                || item.licenceType().filter(material.name()::equals).isPresent()
                || (item.licenceType().isPresent() && item.licenceType().equals(material.licenceType()));
    }

    private static List<Dependency> between(ServiceItem first, ServiceItem then, List<Bundle.Precedence> said) {
        if (first.code().equals(then.code())) {
            return List.of();
        }
        List<Dependency> handedOn = then.materials().stream()
                .filter(material -> !material.generated() && gives(first, material))
                .map(material -> new Dependency(first, then, Optional.of(material)))
                .toList();
        boolean alsoSaid = said.contains(new Bundle.Precedence(first.code(), then.code()));
        return handedOn.isEmpty() && alsoSaid ? List.of(new Dependency(first, then, Optional.empty())) : handedOn;
    }

    /** The items all in a row: step after step. */
    public List<ServiceItem> inOrder() {
        return steps.stream().flatMap(List::stream).toList();
    }

    /** What an item waits for at once. */
    public List<ServiceItem> waitsFor(ServiceItem item) {
        return waitsFor(item, dependencies);
    }

    /** All that is done before an item begins. */
    public Set<ServiceItem> before(ServiceItem item) {
        Set<ServiceItem> before = new LinkedHashSet<>();
        List<ServiceItem> open = new ArrayList<>(waitsFor(item));
        while (!open.isEmpty()) {
            ServiceItem one = open.removeFirst();
            if (before.add(one)) {
                open.addAll(waitsFor(one));
            }
        }
        return before;
    }

    /** Working days until the last is decided, by what the bodies promise: the longest way through. */
    public int days() {
        return ends().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The items on the longest way: a day less for one of them is a day less for the whole. */
    public Set<ServiceItem> longestWay() {
        Map<ServiceItem, Integer> ends = ends();
        Set<ServiceItem> way = new HashSet<>();
        int end = days();
        Optional<ServiceItem> last = at(ends.keySet(), ends, end);
        while (last.isPresent() && way.add(last.get())) {
            end -= last.get().promisedDays();
            last = at(waitsFor(last.get()), ends, end);
        }
        return way;
    }

    private static Optional<ServiceItem> at(Iterable<ServiceItem> items, Map<ServiceItem, Integer> ends, int end) {
        for (ServiceItem item : items) {
            if (ends.getOrDefault(item, 0) == end) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private Map<ServiceItem, Integer> ends() {
        Map<ServiceItem, Integer> ends = new LinkedHashMap<>();
        for (ServiceItem item : inOrder()) {
            int start = waitsFor(item).stream()
                    .mapToInt(first -> ends.getOrDefault(first, 0))
                    .max()
                    .orElse(0);
            ends.put(item, start + item.promisedDays());
        }
        return ends;
    }

    private static List<ServiceItem> waitsFor(ServiceItem item, List<Dependency> dependencies) {
        return dependencies.stream()
                .filter(dependency -> dependency.then().equals(item))
                .map(Dependency::first)
                .distinct()
                .toList();
    }

    private static List<List<ServiceItem>> cycles(Set<ServiceItem> stuck, List<Dependency> dependencies) {
        Set<ServiceItem> open = new LinkedHashSet<>(stuck);
        List<List<ServiceItem>> cycles = new ArrayList<>();
        while (!open.isEmpty()) {
            List<ServiceItem> way = new ArrayList<>();
            Optional<ServiceItem> at = Optional.of(open.iterator().next());
            while (at.isPresent() && !way.contains(at.get())) {
                way.add(at.get());
                at = waitsFor(at.get(), dependencies).stream()
                        .filter(open::contains)
                        .findFirst();
            }
            at.ifPresent(again ->
                    cycles.add(way.subList(way.indexOf(again), way.size()).reversed()));
            way.forEach(open::remove);
        }
        return cycles.stream().map(List::copyOf).collect(Collectors.toUnmodifiableList());
    }
}
