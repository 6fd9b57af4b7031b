package org.zhengtong.services.licences;

import java.util.UUID;

/** Event {@code licences.changed}: a new version with another state stands. */
public record LicenceChanged(UUID licence, String identifier, LicenceState state) {
    public static final String TOPIC = "licences.changed";
}
