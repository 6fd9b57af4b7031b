package org.zhengtong.people.privacy;

import java.util.UUID;

/** A request for correction or deletion was answered. */
public record RequestAnswered(UUID request) {
    public static final String TOPIC = "privacy.request-answered";
}
