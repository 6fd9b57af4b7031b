package org.zhengtong.services.halls.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallFault;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.PlanChanged;
import org.zhengtong.services.halls.PlanDesk;

/** Keeps plans; every change is a version, an event and a leaf of the audit. */
@Service
class StoredPlans implements HallPlans, PlanDesk {
    private final PlanStore store;
    private final Halls halls;
    private final Organisation organisation;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredPlans(
            PlanStore store,
            Halls halls,
            Organisation organisation,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.halls = halls;
        this.organisation = organisation;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<HallPlan> plan(String hall) {
        return store.remembered(hall).map(PlanStore.Stored::plan);
    }

    @Override
    public Optional<HallPlan> bookable(String hall) {
        return plan(hall).filter(this::isFaultless);
    }

    @Override
    public Optional<HallPlan> hold(String hall) {
        return store.held(hall).map(PlanStore.Stored::plan).filter(this::isFaultless);
    }

    private boolean isFaultless(HallPlan plan) {
        return halls.hall(plan.hall())
                .filter(hall -> plan.faults(hall.bodies()).isEmpty())
                .isPresent();
    }

    @Override
    public void put(HallPlan plan) {
        transaction.executeWithoutResult(_ -> {
            int version =
                    store.locked(plan.hall()).map(PlanStore.Stored::version).orElse(0);
            write(plan, version + 1, "system");
        });
    }

    @Override
    public List<Kept> plans(StaffMember by) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
        return halls.halls().stream().map(this::kept).toList();
    }

    @Override
    public Kept plan(StaffMember by, String hall) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
        return kept(require(hall));
    }

    private Hall require(String hall) {
        return halls.hall(hall).orElseThrow(() -> Problem.notFound("unknown-hall"));
    }

    private Kept kept(Hall hall) {
        Optional<PlanStore.Stored> stored = store.remembered(hall.id());
        HallPlan plan = stored.map(PlanStore.Stored::plan).orElseGet(() -> HallPlan.empty(hall.id()));
        return new Kept(hall, plan, stored.map(PlanStore.Stored::version).orElse(0), plan.faults(hall.bodies()));
    }

    @Override
    public Answer change(StaffMember by, int version, HallPlan changed) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
        Hall hall = require(changed.hall());
        return Objects.requireNonNull(transaction.execute(_ -> {
            Optional<PlanStore.Stored> stored = store.locked(hall.id());
            if (stored.map(PlanStore.Stored::version).orElse(0) != version) {
                throw new Problem(409, "halls.changed-meanwhile");
            }
            HallPlan before = stored.map(PlanStore.Stored::plan).orElseGet(() -> HallPlan.empty(hall.id()));
            List<HallFault> brought = new ArrayList<>(changed.faults(hall.bodies()));
            brought.removeAll(before.faults(hall.bodies()));
            if (!brought.isEmpty()) {
                return new Answer.Faulty(brought);
            }
            write(changed, version + 1, by.actor());
            return new Answer.Done();
        }));
    }

    @Override
    public Answer copy(StaffMember by, String hall, int version, String from) {
        Kept template = plan(by, from);
        Hall to = require(hall);
        List<Group> groups = template.plan().groups().stream()
                .map(group -> suited(group, to))
                .filter(group -> !group.bodies().isEmpty() || !group.items().isEmpty())
                .toList();
        HallPlan plan = template.plan();
        return change(
                by,
                version,
                new HallPlan(
                        hall, plan.areas(), plan.windows(), groups, plan.week(), plan.specialDays(), plan.rules()));
    }

    private static Group suited(Group group, Hall to) {
        return new Group(
                group.id(),
                group.letter(),
                group.name(),
                group.bodies().stream().filter(to.bodies()::contains).toList(),
                group.items().stream()
                        .filter(item -> to.bodies().stream().anyMatch(item::startsWith))
                        .toList(),
                group.windows(),
                group.seats());
    }

    private void write(HallPlan plan, int version, String actor) {
        store.write(plan, version, clock.instant());
        UUID subject = HallSubject.of(plan.hall());
        outbox.publish(PlanChanged.TOPIC, subject, new PlanChanged(plan.hall(), version));
        audit.append(
                subject, "halls.change-plan", actor, Map.of("hall", plan.hall(), "version", Integer.toString(version)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                store.forget(plan.hall());
            }
        });
    }
}
