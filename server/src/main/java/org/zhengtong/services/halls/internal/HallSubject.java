package org.zhengtong.services.halls.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What events and leaves of the audit are about. */
final class HallSubject {
    private HallSubject() {}

    static UUID of(String hall) {
        return UUID.nameUUIDFromBytes(("halls " + hall).getBytes(StandardCharsets.US_ASCII));
    }
}
