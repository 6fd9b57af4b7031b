package org.zhengtong.people.identity;

import java.time.Instant;

/**
 * How a mandate ended before its last day.
 *
 * @param by as the audit log names them
 */
public record MandateEnd(Why why, String by, Instant at) {
    public enum Why {
        /** The principal took it back (民法典 173). */
        REVOKED,
        /** The agent laid it down. */
        LAID_DOWN,
        /** The agent did not want it. */
        DECLINED,
        /** A clerk did not find it shown. */
        NOT_SHOWN,
        /** Another took its place. */
        REPLACED,
        /** A guardianship: a court or a competent organisation decided otherwise (民法典 36, 39). */
        COURT_DECIDED,
        /** A guardianship: one of the two has died. */
        PERSON_DIED,
        /** A guardianship: divorce, adoption or the like changed the family. */
        FAMILY_CHANGED,
        ACCOUNT_CLOSED
    }
}
