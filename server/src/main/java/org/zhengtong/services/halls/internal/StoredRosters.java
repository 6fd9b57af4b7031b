package org.zhengtong.services.halls.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Roster;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.RosterCheck;
import org.zhengtong.services.halls.RosterDay;
import org.zhengtong.services.halls.RosterDesk;
import org.zhengtong.services.halls.RosterFault;
import org.zhengtong.services.halls.Rosters;

/** Keeps rosters; every change is a version and a leaf of the audit. */
@Service
class StoredRosters implements Rosters, RosterDesk {
    private final RosterStore store;
    private final Halls halls;
    private final HallPlans plans;
    private final Organisation organisation;
    private final Identity identity;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredRosters(
            RosterStore store,
            Halls halls,
            HallPlans plans,
            Organisation organisation,
            Identity identity,
            WorkingCalendar calendar,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.halls = halls;
        this.plans = plans;
        this.organisation = organisation;
        this.identity = identity;
        this.calendar = calendar;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Roster> roster(String hall) {
        return Optional.ofNullable(store.remembered().get(hall)).map(RosterStore.Stored::roster);
    }

    @Override
    public Optional<List<Shift>> on(String hall, LocalDate day) {
        return roster(hall).filter(roster -> !roster.isEmpty()).map(roster -> on(roster, day));
    }

    private List<Shift> on(Roster roster, LocalDate day) {
        return roster.on(new RosterDay.On(day), planOf(roster.hall()), calendar);
    }

    private HallPlan planOf(String hall) {
        return plans.plan(hall).orElseGet(() -> HallPlan.empty(hall));
    }

    @Override
    public List<Own> of(PersonId clerk, LocalDate from, LocalDate until) {
        List<Roster> rosters = store.remembered().values().stream()
                .map(RosterStore.Stored::roster)
                .filter(roster -> roster.clerks().contains(clerk))
                .toList();
        return from.datesUntil(until.plusDays(1))
                .flatMap(day -> rosters.stream()
                        .flatMap(roster -> halls.hall(roster.hall()).stream()
                                .flatMap(hall -> on(roster, day).stream()
                                        .filter(shift -> shift.clerk().equals(clerk))
                                        .map(shift -> new Own(hall, day, shift))))
                        .sorted(Comparator.comparing(own -> own.shift().time().from())))
                .toList();
    }

    @Override
    public void put(Roster roster) {
        transaction.executeWithoutResult(_ -> {
            int version = stored(store.read(), roster.hall()).version();
            write(roster, version, "system");
        });
    }

    @Override
    public Kept roster(StaffMember by, String hall) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
        Hall found = require(hall);
        Map<String, RosterStore.Stored> all = store.read();
        RosterStore.Stored stored = stored(all, hall);
        List<Clerk> clerks = clerks(found);
        return new Kept(
                found,
                planOf(hall),
                stored.roster(),
                stored.version(),
                clerks,
                names(stored.roster(), clerks),
                check(hall, all, clerks).faults(stored.roster()));
    }

    private Hall require(String hall) {
        return halls.hall(hall).orElseThrow(() -> Problem.notFound("unknown-hall"));
    }

    private static RosterStore.Stored stored(Map<String, RosterStore.Stored> all, String hall) {
        return all.getOrDefault(hall, RosterStore.Stored.none(hall));
    }

    private List<Clerk> clerks(Hall hall) {
        return hall.bodies().stream()
                .flatMap(uscc -> Uscc.parse(uscc).stream())
                .flatMap(uscc -> organisation.staffOf(uscc).stream())
                .filter(member -> member.has(Role.ACCEPTANCE))
                .map(member -> new Clerk(
                        member.person(),
                        member.name(),
                        member.body().uscc().value(),
                        member.body().name()))
                .toList();
    }

    private Map<PersonId, String> names(Roster roster, List<Clerk> clerks) {
        Map<PersonId, String> names = new HashMap<>();
        clerks.forEach(clerk -> names.put(clerk.id(), clerk.name()));
        roster.clerks()
                .forEach(clerk -> names.computeIfAbsent(
                        clerk, _ -> identity.nameOfPerson(clerk).orElse("")));
        return Map.copyOf(names);
    }

    private RosterCheck check(String hall, Map<String, RosterStore.Stored> all, List<Clerk> clerks) {
        return new RosterCheck(
                planOf(hall),
                clerks.stream().collect(Collectors.toMap(Clerk::id, Clerk::bodyUscc)),
                all.values().stream()
                        .map(RosterStore.Stored::roster)
                        .filter(other -> !other.hall().equals(hall))
                        .map(other -> new RosterCheck.Elsewhere(planOf(other.hall()), other))
                        .toList(),
                calendar,
                today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Page.ZONE);
    }

    @Override
    public Answer change(StaffMember by, int version, Roster changed) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
        Hall hall = require(changed.hall());
        return Objects.requireNonNull(transaction.execute(_ -> {
            store.lock();
            Map<String, RosterStore.Stored> all = store.read();
            RosterCheck check = check(hall.id(), all, clerks(hall));
            List<RosterFault> brought = new ArrayList<>(check.faults(changed));
            brought.removeIf(fault -> !fault.isRefused());
            brought.removeAll(check.faults(stored(all, hall.id()).roster()));
            if (!brought.isEmpty()) {
                return new Answer.Faulty(brought);
            }
            write(changed.since(today()), version, by.actor());
            return new Answer.Done();
        }));
    }

    /** In the running transaction: what is kept of somebody who goes away. */
    void remove(PersonId clerk) {
        store.read().values().stream()
                .filter(one -> one.roster().clerks().contains(clerk))
                .forEach(one -> write(one.roster().without(clerk), one.version(), "system"));
    }

    private void write(Roster roster, int version, String actor) {
        if (!store.write(roster, version, clock.instant())) {
            throw new Problem(409, "halls.changed-meanwhile");
        }
        audit.append(
                HallSubject.of(roster.hall()),
                "halls.change-roster",
                actor,
                Map.of("hall", roster.hall(), "version", Integer.toString(version + 1)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                store.forget();
            }
        });
    }
}
