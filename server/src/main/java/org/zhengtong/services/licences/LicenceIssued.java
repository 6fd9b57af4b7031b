package org.zhengtong.services.licences;

import java.util.UUID;

/** Event {@code licences.issued}. */
public record LicenceIssued(UUID licence, String identifier, String type, UUID holder, UUID grantedBy) {
    public static final String TOPIC = "licences.issued";
}
