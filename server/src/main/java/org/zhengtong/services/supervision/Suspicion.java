package org.zhengtong.services.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A pattern that was found, until a head has said what it is (疑点).
 *
 * @param changedAt when it was found, or was found to go on
 * @param assessment absent while nobody has said, and again when it went on afterwards
 * @param actorNames whose acts it is made of
 */
public record Suspicion(
        UUID id,
        Suspected found,
        Instant foundAt,
        Instant changedAt,
        Optional<Assessment> assessment,
        List<String> actorNames) {

    /** What a head says it is. */
    public enum Assessment {
        /** It is what it looks like (属实). */
        CONFIRMED,
        /** There was a good reason (不属实). */
        UNFOUNDED
    }

    /** Something done with it; never changed. */
    public record Step(int number, Instant at, Kind kind, String actorName, String words) {
        /** Its words are the message {@code supervision.suspicion.step.<kind>}. */
        public enum Kind {
            FOUND,
            WENT_ON,
            CONFIRMED,
            UNFOUNDED
        }
    }
}
