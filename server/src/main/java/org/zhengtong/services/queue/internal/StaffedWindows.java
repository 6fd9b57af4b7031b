package org.zhengtong.services.queue.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Windows;

/** Clerks call and serve; each act is one transaction that holds the hall's row. */
@Service
class StaffedWindows implements Windows {
    /** Somebody who has not been heard of for so long may have their window taken over. */
    static final Duration SILENT = Duration.ofMinutes(5);

    private static final int SHOWN = 8;

    private final TicketStore tickets;
    private final PlaceStore places;
    private final HallRows halls;
    private final HallPlans plans;
    private final Snapshots snapshots;
    private final LineWork work;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffedWindows(
            TicketStore tickets,
            PlaceStore places,
            HallRows halls,
            HallPlans plans,
            Snapshots snapshots,
            LineWork work,
            Organisation organisation,
            TransactionTemplate transaction,
            Clock clock) {
        this.tickets = tickets;
        this.places = places;
        this.halls = halls;
        this.plans = plans;
        this.snapshots = snapshots;
        this.work = work;
        this.organisation = organisation;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Place> placeOf(StaffMember clerk) {
        permit(clerk);
        return places.of(clerk.person()).map(this::shown);
    }

    @Override
    public boolean isAt(PersonId clerk, String hall, int window) {
        return places.of(clerk)
                .filter(row -> row.hall().equals(hall) && row.window() == window)
                .isPresent();
    }

    private Place shown(PlaceStore.Row row) {
        return new Place(
                row.hall(),
                row.window(),
                row.state(),
                groupsAt(row).stream().map(Group::name).toList(),
                tickets.at(row.hall(), snapshots.today(), row.window()));
    }

    private List<Group> groupsAt(PlaceStore.Row row) {
        return plans.plan(row.hall()).map(plan -> plan.groupsAt(row.window())).orElse(List.of());
    }

    @Override
    public List<Integer> windowsFor(StaffMember clerk, String hall) {
        permit(clerk);
        return plans.bookable(hall).map(plan -> windows(plan, clerk)).orElse(List.of());
    }

    private static List<Integer> windows(HallPlan plan, StaffMember clerk) {
        return plan.windows().stream()
                .map(HallPlan.Window::number)
                .filter(number -> plan.groupsAt(number).stream()
                        .anyMatch(group -> group.serves(clerk.body().uscc().value())))
                .sorted()
                .toList();
    }

    @Override
    public Place open(StaffMember clerk, String hall, int window) {
        if (!windowsFor(clerk, hall).contains(window)) {
            throw new Problem(409, "queue.not-your-window");
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            places.of(clerk.person()).ifPresent(before -> leave(before, clerk));
            halls.lock(hall);
            places.in(hall).stream()
                    .filter(one -> one.window() == window)
                    .findFirst()
                    .ifPresent(this::requireSilence);
            PlaceStore.Row place =
                    new PlaceStore.Row(hall, window, clerk.person(), State.OPEN, clock.instant(), clock.instant());
            places.put(place);
            halls.change(hall);
            return shown(place);
        }));
    }

    private void requireSilence(PlaceStore.Row other) {
        if (other.seenAt().isAfter(clock.instant().minus(SILENT))) {
            throw new Problem(409, "queue.window-taken", other.window());
        }
    }

    @Override
    public Line line(StaffMember clerk) {
        PlaceStore.Row place = place(clerk);
        List<Ticket> waiting = waiting(place, clerk);
        Set<String> groups = groupIds(place);
        return new Line(
                waiting.size(),
                waiting.stream().limit(SHOWN).toList(),
                tickets.missed(place.hall(), snapshots.today()).stream()
                        .filter(one -> groups.contains(one.group()) && isFor(clerk, one))
                        .limit(SHOWN)
                        .toList());
    }

    private List<Ticket> waiting(PlaceStore.Row place, StaffMember clerk) {
        Set<String> groups = groupIds(place);
        return tickets.open(place.hall(), snapshots.today()).stream()
                .filter(one -> one.state().isWaiting() && groups.contains(one.group()))
                .filter(one -> isFor(clerk, one))
                .toList();
    }

    private Set<String> groupIds(PlaceStore.Row place) {
        return groupsAt(place).stream().map(Group::id).collect(Collectors.toSet());
    }

    /** A clerk bound to items is not sent those who came for others. */
    private static boolean isFor(StaffMember clerk, Ticket ticket) {
        return ticket.matter()
                .map(matter -> !matter.item().startsWith(clerk.body().uscc().value())
                        || clerk.has(Role.ACCEPTANCE, matter.item()))
                .orElse(true);
    }

    @Override
    public Optional<Ticket> next(StaffMember clerk) {
        return act(clerk, place -> {
            requireOpen(place);
            Optional<Ticket> before = current(place);
            if (before.filter(one -> one.state() == Ticket.State.CALLED).isPresent()) {
                throw new Problem(409, "queue.called-first");
            }
            before.ifPresent(one -> work.end(one, Ticket.State.DONE, clerk.person(), clerk.actor()));
            List<Ticket> waiting = waiting(place, clerk);
            Optional<Ticket> next = before.flatMap(served -> waiting.stream()
                            .filter(one -> one.party().equals(served.party()))
                            .findFirst())
                    .or(() -> waiting.stream().findFirst());
            return next.map(one -> work.call(one, place.window(), clerk.person(), clerk.actor()));
        });
    }

    @Override
    public Ticket call(StaffMember clerk, UUID id) {
        return act(clerk, place -> {
            requireOpen(place);
            if (current(place).isPresent()) {
                throw new Problem(409, "queue.called-first");
            }
            Set<String> groups = groupIds(place);
            Ticket one = tickets.find(id)
                    .filter(found -> found.hall().equals(place.hall()) && groups.contains(found.group()))
                    .filter(found -> found.day().equals(snapshots.today()) && isFor(clerk, found))
                    .filter(found -> found.state().isWaiting() || found.state() == Ticket.State.MISSED)
                    .orElseThrow(() -> Problem.notFound("queue.unknown-ticket"));
            return work.call(one, place.window(), clerk.person(), clerk.actor());
        });
    }

    @Override
    public Ticket recall(StaffMember clerk) {
        return withCurrent(
                clerk, Set.of(Ticket.State.CALLED), (one, place) -> work.recall(one, place.window(), clerk.person()));
    }

    @Override
    public Ticket start(StaffMember clerk) {
        return withCurrent(
                clerk, Set.of(Ticket.State.CALLED), (one, _) -> work.start(one, clerk.person(), clerk.actor()));
    }

    @Override
    public Ticket skip(StaffMember clerk) {
        return withCurrent(
                clerk,
                Set.of(Ticket.State.CALLED),
                (one, _) -> work.end(one, Ticket.State.MISSED, clerk.person(), clerk.actor()));
    }

    @Override
    public Ticket done(StaffMember clerk) {
        return withCurrent(
                clerk,
                Set.of(Ticket.State.SERVING),
                (one, _) -> work.end(one, Ticket.State.DONE, clerk.person(), clerk.actor()));
    }

    @Override
    public Ticket transfer(StaffMember clerk, String group) {
        return withCurrent(clerk, Set.of(Ticket.State.CALLED, Ticket.State.SERVING), (one, place) -> {
            boolean there = plans.bookable(place.hall())
                    .flatMap(plan -> plan.group(group))
                    .isPresent();
            if (!there) {
                throw new Problem(409, "queue.not-here");
            }
            return work.transfer(one, group, clerk.person(), clerk.actor());
        });
    }

    @Override
    public void pause(StaffMember clerk) {
        change(clerk, State.PAUSED);
    }

    @Override
    public void resume(StaffMember clerk) {
        change(clerk, State.OPEN);
    }

    private void change(StaffMember clerk, State state) {
        act(clerk, place -> {
            places.put(new PlaceStore.Row(
                    place.hall(), place.window(), place.clerk(), state, clock.instant(), clock.instant()));
            return state;
        });
    }

    @Override
    public void close(StaffMember clerk) {
        permit(clerk);
        transaction.executeWithoutResult(_ -> places.of(clerk.person()).ifPresent(place -> leave(place, clerk)));
    }

    private void leave(PlaceStore.Row place, StaffMember clerk) {
        halls.lock(place.hall());
        work.leave(place, clerk.person(), clerk.actor());
        halls.change(place.hall());
    }

    @Override
    public void seen(StaffMember clerk) {
        places.seen(clerk.person(), clock.instant());
    }

    private interface AtWindow {
        Ticket done(Ticket current, PlaceStore.Row place);
    }

    private Ticket withCurrent(StaffMember clerk, Set<Ticket.State> allowed, AtWindow change) {
        return act(
                clerk,
                place -> change.done(
                        current(place)
                                .filter(one -> allowed.contains(one.state()))
                                .orElseThrow(() -> new Problem(409, "queue.nobody-here")),
                        place));
    }

    private <T> T act(StaffMember clerk, Function<PlaceStore.Row, T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            halls.lock(place(clerk).hall());
            PlaceStore.Row place = place(clerk);
            places.seen(clerk.person(), clock.instant());
            T done = act.apply(place);
            halls.change(place.hall());
            return done;
        }));
    }

    private PlaceStore.Row place(StaffMember clerk) {
        permit(clerk);
        return places.of(clerk.person()).orElseThrow(() -> new Problem(409, "queue.no-window"));
    }

    private Optional<Ticket> current(PlaceStore.Row place) {
        return tickets.at(place.hall(), snapshots.today(), place.window());
    }

    private static void requireOpen(PlaceStore.Row place) {
        if (place.state() == State.PAUSED) {
            throw new Problem(409, "queue.paused");
        }
    }

    private void permit(StaffMember clerk) {
        Duty.require(organisation, clerk, Role.ACCEPTANCE);
    }
}
