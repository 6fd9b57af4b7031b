package org.zhengtong.services.licences;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Event {@code licences.changed}: a new version stands.
 *
 * @param act what was done; empty for what the house itself did
 */
public record LicenceChanged(
        UUID licence,
        String identifier,
        LicenceState state,
        String type,
        UUID holder,
        Optional<LicenceAct> act,
        Instant at) {
    public static final String TOPIC = "licences.changed";
}
