package org.zhengtong.people.identity.internal;

import java.time.Duration;
import java.time.Instant;
import org.zhengtong.people.identity.SignedIn;

record Session(SignedIn who, Instant lastSeen, Instant expires) {
    boolean isOpenAt(Instant now, Instant seen, Duration idle) {
        return now.isBefore(expires) && now.isBefore(seen.plus(idle));
    }
}
