package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is told of a mandate.
 *
 * @param party who is told, the principal or the agent
 * @param other the other one; of persons, the name as others see it
 * @param kind of the mandate
 */
public record MandateNews(UUID mandate, UUID party, String other, MandateKind kind, What what, Instant at) {
    public static final String TOPIC = "identity.mandate";

    public enum What {
        ASKED,
        OFFERED,
        BEGUN,
        ENDING,
        /** Its last day is past. */
        OVER,
        ENDED
    }
}
