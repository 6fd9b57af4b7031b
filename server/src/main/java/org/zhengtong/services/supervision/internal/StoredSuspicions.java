package org.zhengtong.services.supervision.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.supervision.Suspected;
import org.zhengtong.services.supervision.Suspicion;
import org.zhengtong.services.supervision.SuspicionEvent;
import org.zhengtong.services.supervision.SuspicionFilter;
import org.zhengtong.services.supervision.Suspicions;

/** Every change is one transaction: row, step, event, audit leaf. */
@Service
class StoredSuspicions implements Suspicions {
    private final SuspicionStore store;
    private final Reach reach;
    private final Identifiers identifiers;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredSuspicions(
            SuspicionStore store,
            Reach reach,
            Identifiers identifiers,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.reach = reach;
        this.identifiers = identifiers;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Found find(StaffMember by, SuspicionFilter filter) {
        SuspicionStore.Found found = store.find(reach.required(by, filter.body()), filter);
        return new Found(found.rows().stream().map(this::shown).toList(), found.total());
    }

    @Override
    public Opened open(StaffMember by, UUID id) {
        SuspicionStore.Row row = read(by, id);
        return new Opened(
                shown(row),
                store.steps(id).stream()
                        .map(step -> new Suspicion.Step(
                                step.number(),
                                step.at(),
                                step.kind(),
                                reach.name(step.actor()).orElse(""),
                                step.words()))
                        .toList(),
                mayAssess(by, row));
    }

    @Override
    public void assess(StaffMember by, UUID id, Suspicion.Assessment assessment, String words) {
        String checked = SpokenWords.checked(words);
        if (checked.isEmpty()) {
            throw new Problem(422, "supervision.words-missing");
        }
        transaction.executeWithoutResult(_ -> {
            SuspicionStore.Row row = read(by, id);
            if (!mayAssess(by, row)) {
                throw new Problem(403, "supervision.own-acts");
            }
            if (!store.assess(row, assessment)) {
                throw new Problem(409, "supervision.changed");
            }
            write(id, row.found(), Suspicion.Step.Kind.valueOf(assessment.name()), by.actor(), checked);
        });
    }

    /** Keeps what was found; what is known already is left alone unless there is more of it now. */
    void keep(Suspected found) {
        Optional<SuspicionStore.Row> known = store.known(found);
        if (known.isEmpty()) {
            UUID id = identifiers.next();
            if (store.insert(id, found, clock.instant())) {
                write(id, found, Suspicion.Step.Kind.FOUND, "system", "");
            }
        } else if (hasMore(found, known.get().found()) && store.grow(known.get(), found, clock.instant())) {
            write(known.get().id(), found, Suspicion.Step.Kind.WENT_ON, "system", "");
        }
    }

    private static boolean hasMore(Suspected found, Suspected known) {
        return !cases(known).containsAll(cases(found))
                || (found.figure() > known.figure() && cases(found).containsAll(cases(known)));
    }

    private static Set<UUID> cases(Suspected found) {
        return found.evidence().stream().map(one -> one.caseId().value()).collect(Collectors.toUnmodifiableSet());
    }

    private void write(UUID id, Suspected found, Suspicion.Step.Kind what, String actor, String words) {
        Instant at = clock.instant();
        store.append(id, what, at, actor, words);
        String topic =
                "supervision.suspicion-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
        outbox.publish(
                topic,
                id,
                new SuspicionEvent(
                        id, found.pattern(), found.body(), found.evidence().size(), what, at));
        audit.append(
                id,
                topic,
                actor,
                Map.of(
                        "pattern",
                        found.pattern().name(),
                        "body",
                        found.body(),
                        "cases",
                        Integer.toString(found.evidence().size())));
    }

    private SuspicionStore.Row read(StaffMember by, UUID id) {
        Set<String> bodies = reach.required(by);
        return store.find(id)
                .filter(row -> bodies.contains(row.found().body()))
                .orElseThrow(() -> Problem.notFound("supervision.suspicion-unknown"));
    }

    /** Nobody judges what they did themselves. */
    private static boolean mayAssess(StaffMember by, SuspicionStore.Row row) {
        return !row.found().actors().contains(by.actor());
    }

    private Suspicion shown(SuspicionStore.Row row) {
        return new Suspicion(
                row.id(),
                row.found(),
                row.foundAt(),
                row.changedAt(),
                row.assessment(),
                row.found().actors().stream()
                        .flatMap(actor -> reach.name(actor).stream())
                        .sorted()
                        .toList());
    }
}
