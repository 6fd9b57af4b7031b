package org.zhengtong.services.queue.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.zhengtong.services.queue.WaitRange;

/**
 * How long somebody is going to wait: the line is played forward, each open window taking whoever is next for it and
 * needing as long as its matters usually take.
 */
final class Forecast {
    private static final Duration LEAST_SPREAD = Duration.ofSeconds(30);

    private Forecast() {}

    /** How long matters of a group take, and by how much that differs from one to the next. */
    record Pace(Duration mean, Duration spread) {}

    /**
     * @param freeIn when it is likely to be done with whom it serves, or when it opens
     * @param opens whether nobody is at it yet
     */
    record Window(Set<String> groups, Duration freeIn, boolean opens) {
        Window(Set<String> groups, Duration freeIn) {
            this(groups, freeIn, false);
        }

        boolean serves(String group) {
            return groups.contains(group);
        }

        boolean isBusyWith(String group) {
            return serves(group) && !opens && freeIn.isPositive();
        }

        /** One that opens only after somebody was called did not shorten their wait. */
        boolean helped(String group, Duration until) {
            return serves(group) && (!opens || freeIn.compareTo(until) <= 0);
        }
    }

    /** @param comesIn zero for who is here; later for who booked and has not come yet */
    record Waiter(String group, Instant turn, Duration comesIn) {}

    /** @param order between those whose turn is the same moment */
    private record Place(Waiter waiter, int order) {}

    /**
     * For somebody who comes now.
     *
     * @param others everybody else who waits or is going to come
     * @return empty when no window serves the group
     */
    static Optional<WaitRange> wait(Waiter mine, List<Waiter> others, List<Window> windows, Map<String, Pace> paces) {
        return wait(mine, others.size(), others, windows, paces);
    }

    /** @param before how many of the others go before when the turn is the same moment: the first of the list */
    static Optional<WaitRange> wait(
            Waiter mine, int before, List<Waiter> others, List<Window> windows, Map<String, Pace> paces) {
        if (windows.stream().noneMatch(one -> one.serves(mine.group()))) {
            return Optional.empty();
        }
        List<Place> line = new ArrayList<>();
        others.forEach(one -> line.add(new Place(one, line.size() < before ? line.size() : line.size() + 1)));
        Place my = new Place(mine, before);
        line.add(my);
        line.sort(Comparator.comparing((Place one) -> one.waiter().turn()).thenComparingInt(Place::order));
        PriorityQueue<Window> free = new PriorityQueue<>(Comparator.comparing(Window::freeIn));
        free.addAll(windows);
        int served = (int)
                windows.stream().filter(one -> one.isBusyWith(mine.group())).count();
        while (!free.isEmpty()) {
            Window window = free.remove();
            Optional<Place> next = line.stream()
                    .filter(one -> window.groups().contains(one.waiter().group()))
                    .filter(one -> one.waiter().comesIn().compareTo(window.freeIn()) <= 0)
                    .findFirst();
            if (next.isEmpty()) {
                line.stream()
                        .map(Place::waiter)
                        .filter(one -> window.groups().contains(one.group()))
                        .map(Waiter::comesIn)
                        .min(Comparator.naturalOrder())
                        .ifPresent(later -> free.add(new Window(window.groups(), later)));
                continue;
            }
            Place one = next.get();
            if (one.equals(my)) {
                return Optional.of(range(
                        window.freeIn().minus(mine.comesIn()),
                        served,
                        windows.stream()
                                .filter(other -> other.helped(mine.group(), window.freeIn()))
                                .count(),
                        paces.getOrDefault(mine.group(), Paces.USUAL)));
            }
            line.remove(one);
            served += window.groups().contains(mine.group()) ? 1 : 0;
            free.add(new Window(
                    window.groups(),
                    window.freeIn()
                            .plus(paces.getOrDefault(one.waiter().group(), Paces.USUAL)
                                    .mean())));
        }
        return Optional.empty();
    }

    /** The ends of {@code served} services at {@code windows} windows, each independent of the others. */
    private static WaitRange range(Duration expected, int served, long windows, Pace pace) {
        if (served == 0) {
            return new WaitRange(expected, expected);
        }
        Duration spread = Duration.ofSeconds(Math.round(pace.spread().toSeconds() * Math.sqrt(served) / windows));
        Duration wide = spread.compareTo(LEAST_SPREAD) < 0 ? LEAST_SPREAD : spread;
        Duration from = expected.minus(wide);
        return new WaitRange(from.isNegative() ? Duration.ZERO : from, expected.plus(wide));
    }
}
