package org.zhengtong.services.queue.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Tickets.Standing;
import org.zhengtong.services.queue.WaitRange;
import org.zhengtong.services.queue.Windows;
import org.zhengtong.services.queue.internal.Forecast.Pace;
import org.zhengtong.services.queue.internal.Forecast.Waiter;

/**
 * A hall at a moment.
 *
 * @param open tickets that wait or are at a window, in the order of their turn
 * @param expected those who booked and have not come yet
 * @param opening windows nobody is at yet, by the roster: in how long somebody is
 */
record Snapshot(
        HallPlan plan,
        long version,
        List<Ticket> open,
        List<PlaceStore.Row> places,
        List<Waiter> expected,
        Map<Integer, Duration> opening,
        Map<String, Pace> paces,
        Instant at) {
    private static final int LATEST = 12;
    /** However long somebody has been served already, a quarter of the usual time is still to come. */
    private static final int STILL = 4;

    Board board() {
        return new Board(plan.hall(), version, called(), lines(), placesShown());
    }

    private List<Board.Called> called() {
        return open.stream()
                .filter(one -> one.state() == Ticket.State.CALLED)
                .sorted((one, other) -> calledAt(other).compareTo(calledAt(one)))
                .limit(LATEST)
                .map(one -> new Board.Called(
                        one.number(),
                        one.window().orElseThrow(),
                        plan.areaOf(one.window().orElseThrow()),
                        calledAt(one)))
                .toList();
    }

    private static Instant calledAt(Ticket one) {
        return one.calledAt().orElseThrow();
    }

    private List<Board.Line> lines() {
        return plan.groups().stream().map(this::line).toList();
    }

    private Board.Line line(Group group) {
        int waiting =
                (int) waiting().filter(one -> one.group().equals(group.id())).count();
        return new Board.Line(group.id(), group.name(), waiting, windowsFor(group.id()), waitFor(group.id(), at));
    }

    private int windowsFor(String group) {
        return (int) windows().filter(one -> !one.opens() && one.serves(group)).count();
    }

    private List<Board.Place> placesShown() {
        return places.stream()
                .map(place -> new Board.Place(
                        place.window(),
                        plan.areaOf(place.window()),
                        place.state() == Windows.State.PAUSED,
                        at(place.window()).map(Ticket::number)))
                .toList();
    }

    private Optional<Ticket> at(int window) {
        return open.stream()
                .filter(one -> one.state().isAtWindow())
                .filter(one -> one.window().filter(at -> at == window).isPresent())
                .findFirst();
    }

    private Stream<Ticket> waiting() {
        return open.stream().filter(one -> one.state().isWaiting());
    }

    /** For somebody who comes now with this turn. */
    Optional<WaitRange> waitFor(String group, Instant turn) {
        return Forecast.wait(
                new Waiter(group, turn, Duration.ZERO),
                Stream.concat(waiting().map(Snapshot::waiter), expected.stream())
                        .toList(),
                windows().toList(),
                paces);
    }

    /** The same, with how many are before them. */
    Standing standing(String group, Instant turn) {
        return new Standing(
                (int) waiting()
                        .filter(one -> one.group().equals(group))
                        .filter(one -> !one.turn().isAfter(turn))
                        .count(),
                waitFor(group, turn));
    }

    Standing standing(Ticket ticket) {
        List<Ticket> before =
                waiting().takeWhile(one -> !one.id().equals(ticket.id())).toList();
        List<Ticket> others =
                waiting().filter(one -> !one.id().equals(ticket.id())).toList();
        return new Standing(
                (int) before.stream()
                        .filter(one -> one.group().equals(ticket.group()))
                        .count(),
                Forecast.wait(
                        waiter(ticket),
                        before.size(),
                        Stream.concat(others.stream().map(Snapshot::waiter), expected.stream())
                                .toList(),
                        windows().toList(),
                        paces));
    }

    private static Waiter waiter(Ticket ticket) {
        return new Waiter(ticket.group(), ticket.turn(), Duration.ZERO);
    }

    /** Those open now, and those that open soon. */
    private Stream<Forecast.Window> windows() {
        return Stream.concat(
                        places.stream()
                                .filter(place -> place.state() == Windows.State.OPEN)
                                .map(place -> new Forecast.Window(groupsAt(place.window()), busy(place.window()))),
                        opening.entrySet().stream()
                                .map(window -> new Forecast.Window(groupsAt(window.getKey()), window.getValue(), true)))
                .filter(window -> !window.groups().isEmpty());
    }

    private Set<String> groupsAt(int window) {
        return plan.groupsAt(window).stream().map(Group::id).collect(Collectors.toSet());
    }

    private Duration busy(int window) {
        return at(window)
                .map(one -> {
                    Duration usual =
                            paces.getOrDefault(one.group(), Paces.USUAL).mean();
                    Duration left = usual.minus(Duration.between(calledAt(one), at));
                    Duration least = usual.dividedBy(STILL);
                    return left.compareTo(least) < 0 ? least : left;
                })
                .orElse(Duration.ZERO);
    }
}
