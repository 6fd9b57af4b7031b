package org.zhengtong.services.filing.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.filing.internal.DraftStore.Kept;

/** Who may open a draft: its owner, and the clerk who fills it in for them while they stand at the window. */
@Component
class DraftAccess {
    private final DraftStore store;
    private final Organisation organisation;
    private final Clock clock;

    DraftAccess(DraftStore store, Organisation organisation, Clock clock) {
        this.store = store;
        this.organisation = organisation;
        this.clock = clock;
    }

    Optional<Kept> find(UUID id, PersonId reader) {
        return store.find(id, reader).filter(kept -> mayOpen(reader, kept));
    }

    /** Held by the running transaction until it ends. */
    Optional<Kept> hold(UUID id, PersonId reader) {
        return store.hold(id, reader).filter(kept -> mayOpen(reader, kept));
    }

    private boolean mayOpen(PersonId reader, Kept kept) {
        return kept.owner().equals(reader)
                || kept.hands()
                        .filter(hands -> hands.attended().clerk().equals(reader))
                        .filter(hands -> clock.instant().isBefore(hands.until()))
                        .flatMap(_ -> organisation.onDuty(reader))
                        .filter(staff -> staff.has(Role.ACCEPTANCE))
                        .isPresent();
    }
}
