package org.zhengtong.services.queue.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.Rosters;
import org.zhengtong.services.queue.FloorReport;
import org.zhengtong.services.queue.Floors;
import org.zhengtong.services.queue.Ticket.State;
import org.zhengtong.services.queue.Windows;
import org.zhengtong.services.queue.internal.FloorStore.By;
import org.zhengtong.services.queue.internal.FloorStore.Promise;
import org.zhengtong.services.queue.internal.Forecast.Pace;

/** What those who run a hall want to know. */
@Service
class CountedFloors implements Floors {
    private static final int WEEKS = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    private final FloorStore store;
    private final PlaceStore places;
    private final Paces paces;
    private final Arrivals arrivals;
    private final Halls halls;
    private final HallPlans plans;
    private final Rosters rosters;
    private final Identity identity;
    private final Organisation organisation;
    private final Clock clock;

    CountedFloors(
            FloorStore store,
            PlaceStore places,
            Paces paces,
            Arrivals arrivals,
            Halls halls,
            HallPlans plans,
            Rosters rosters,
            Identity identity,
            Organisation organisation,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.paces = paces;
        this.arrivals = arrivals;
        this.halls = halls;
        this.plans = plans;
        this.rosters = rosters;
        this.identity = identity;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public List<Hall> halls(StaffMember staff) {
        Duty.require(organisation, staff, Role.ACCEPTANCE);
        return halls.withWindowOf(staff.body().uscc().value());
    }

    @Override
    public FloorReport report(StaffMember staff, String hall, LocalDate day) {
        hall(staff, hall);
        Map<String, Integer> counts = new HashMap<>();
        store.counts(hall, day).forEach(one -> counts.put(one.state(), one.tickets()));
        List<Promise> promises = store.promises(hall, day);
        return new FloorReport(
                hall,
                day,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(State.DONE.name(), 0),
                counts.getOrDefault(State.MISSED.name(), 0),
                counts.getOrDefault(State.CANCELLED.name(), 0),
                kept(promises),
                error(promises),
                store.served(hall, day, By.WINDOW),
                named(hall, store.served(hall, day, By.GROUP)),
                store.served(hall, day, By.ITEM),
                store.served(hall, day, By.HOUR));
    }

    @Override
    public Hall hall(StaffMember staff, String hall) {
        Duty.require(organisation, staff, Role.ACCEPTANCE);
        return halls.requireWindowOf(staff.body().uscc().value(), hall);
    }

    private List<FloorReport.Row> named(String hall, List<FloorReport.Row> rows) {
        return rows.stream()
                .map(row -> new FloorReport.Row(
                        plans.plan(hall)
                                .flatMap(plan -> plan.group(row.name()))
                                .map(Group::name)
                                .orElse(row.name()),
                        row.served(),
                        row.waited(),
                        row.serving()))
                .toList();
    }

    static Optional<Double> kept(List<Promise> promises) {
        long kept = promises.stream()
                .filter(one -> one.waited() >= one.from() && one.waited() <= one.until())
                .count();
        return promises.isEmpty() ? Optional.empty() : Optional.of((double) kept / promises.size());
    }

    /** The median says how far off the usual announcement is; a short wait is measured against one minute at least. */
    static Optional<Double> error(List<Promise> promises) {
        List<Double> errors = promises.stream()
                .map(one -> Math.abs(one.waited() - (one.from() + one.until()) / 2.0) / Math.max(60, one.waited()))
                .sorted(Comparator.naturalOrder())
                .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.get(errors.size() / 2));
    }

    @Override
    public List<Hour> forecast(StaffMember staff, String hall) {
        hall(staff, hall);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        int now = LocalTime.ofInstant(clock.instant(), Page.ZONE).getHour();
        List<LocalDate> before = IntStream.rangeClosed(1, WEEKS)
                .mapToObj(week -> today.minusWeeks(week))
                .toList();
        List<FloorStore.Came> came = store.came(hall, before);
        return plans.bookable(hall).stream()
                .flatMap(plan -> hours(plan, came, today, now).stream())
                .toList();
    }

    private List<Hour> hours(HallPlan plan, List<FloorStore.Came> came, LocalDate today, int now) {
        Map<String, Pace> usual = paces.of(plan);
        return IntStream.range(now, 24)
                .boxed()
                .flatMap(hour -> plan.groups().stream()
                        .map(group ->
                                hour(plan, group, hour, came, today, usual.getOrDefault(group.id(), Paces.USUAL))))
                .filter(one -> one.comes() > 0)
                .toList();
    }

    private Hour hour(HallPlan plan, Group group, int hour, List<FloorStore.Came> came, LocalDate today, Pace pace) {
        double usually = came.stream()
                .filter(one -> one.hour() == hour && one.group().equals(group.id()))
                .mapToDouble(FloorStore.Came::people)
                .sum();
        long booked = arrivals.expected(plan.hall(), today).stream()
                .filter(one ->
                        one.group().equals(group.id()) && one.moment().starts().getHour() == hour)
                .count();
        int comes = (int) Math.round(Math.max(usually, (double) booked));
        int open = (int) windows(plan.hall(), hour, today)
                .filter(group.windows()::contains)
                .distinct()
                .count();
        return new Hour(hour, group.name(), comes, windowsFor(comes, pace), open);
    }

    /** Those of an hour to come are the ones with somebody at half past. */
    private Stream<Integer> windows(String hall, int hour, LocalDate today) {
        boolean now = LocalTime.ofInstant(clock.instant(), Page.ZONE).getHour() == hour;
        Optional<List<Shift>> shifts = rosters.on(hall, today).filter(_ -> !now);
        LocalTime halfPast = LocalTime.of(hour, 30);
        return shifts.map(all -> all.stream()
                        .filter(shift -> shift.time().contains(halfPast))
                        .map(Shift::window))
                .orElseGet(() -> places.in(hall).stream()
                        .filter(place -> place.state() == Windows.State.OPEN)
                        .map(PlaceStore.Row::window));
    }

    @Override
    public List<Missing> missing(StaffMember staff, String hall) {
        hall(staff, hall);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Page.ZONE);
        Set<Integer> there =
                places.in(hall).stream().map(PlaceStore.Row::window).collect(Collectors.toSet());
        return rosters.on(hall, now.toLocalDate()).orElse(List.of()).stream()
                .filter(shift -> shift.time().contains(now.toLocalTime()) && !there.contains(shift.window()))
                .map(shift -> new Missing(
                        shift.window(),
                        identity.nameOfPerson(shift.clerk()).orElse(""),
                        shift.time().from()))
                .toList();
    }

    /** A window that is busy five sixths of the time keeps the line short. */
    static int windowsFor(int comes, Pace pace) {
        double busy = (double) comes * pace.mean().toSeconds() / HOUR.toSeconds();
        return (int) Math.ceil(busy * 6 / 5);
    }
}
