package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.licences.LicenceAct;
import org.zhengtong.services.licences.LicenceChanged;
import org.zhengtong.services.licences.LicenceState;

/** Makes new versions: locked, chained to the one before, sealed, told and put into the audit log. */
@Component
class Versioning {
    private final LicenceStore store;
    private final Sealing sealing;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    Versioning(LicenceStore store, Sealing sealing, Outbox outbox, AuditLog audit, Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the next version says. */
    record Next(
            LicenceState state,
            String reason,
            Optional<LicenceAct> act,
            Optional<String> ground,
            String actor,
            Optional<String> document,
            Optional<String> hearing,
            Optional<String> receiver,
            Optional<LocalDate> detainedUntil,
            Optional<LocalDate> validUntil,
            SortedMap<String, String> attributes) {

        SealedRecord.Change change(String predecessor) {
            return new SealedRecord.Change(
                    act.map(LicenceAct::name).orElse(""),
                    ground,
                    actor,
                    document,
                    hearing,
                    receiver,
                    detainedUntil,
                    predecessor);
        }
    }

    /**
     * @param decide what follows from the version that stands; nothing is written when it answers empty or throws
     * @return the new version
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<SealedRecord> write(UUID id, Function<SealedRecord, Optional<Next>> decide) {
        store.lock(id);
        Chain chain = Chain.of(store.versions(id), sealing)
                .orElseThrow(() -> store.newest(id).isEmpty()
                        ? Problem.notFound("licence-unknown")
                        : new Problem(409, "licence-broken"));
        Sealing.Opened before = chain.versions().getFirst();
        return decide.apply(before.record()).map(next -> write(before, next));
    }

    private SealedRecord write(Sealing.Opened before, Next next) {
        SealedRecord after = before.record()
                .next(
                        next.state(),
                        next.reason(),
                        next.change(before.digest()),
                        next.validUntil(),
                        next.attributes(),
                        clock.instant());
        store.add(sealing.seal(after));
        outbox.publish(
                LicenceChanged.TOPIC,
                after.licence(),
                new LicenceChanged(
                        after.licence(),
                        after.identifier(),
                        after.state(),
                        after.type(),
                        after.holder(),
                        next.act(),
                        after.sealedAt()));
        Map<String, String> facts = new HashMap<>(Map.of(
                "identifier", after.identifier(),
                "state", after.state().name(),
                "predecessor", before.record().identifier(),
                "digest", before.digest()));
        next.act().ifPresent(act -> facts.put("act", act.name()));
        next.document().ifPresent(document -> facts.put("document", document));
        audit.append(after.licence(), "licences.change", next.actor(), facts);
        return after;
    }
}
