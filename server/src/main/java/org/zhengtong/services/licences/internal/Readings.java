package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceReading;

/** Every reading of a licence by somebody else, with its purpose, for its holder and for the audit log. */
@Component
class Readings {
    private final LicenceStore store;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;

    Readings(LicenceStore store, AuditLog audit, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    void add(Licence licence, String actor, String purpose) {
        store.addReading(identifiers.next(), licence.id(), new LicenceReading(clock.instant(), actor, purpose));
        audit.append(licence.id(), "licences.use", actor, Map.of("identifier", licence.identifier()));
    }

    List<LicenceReading> of(UUID licence) {
        return store.readings(licence);
    }
}
