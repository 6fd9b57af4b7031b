package org.zhengtong.services.cases;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands (行政许可法 32, 34, 37–39). A draft is not a case yet: it belongs to the filing. */
public enum CaseState {
    /** Filed, not yet taken by a clerk. */
    SUBMITTED,
    /**
     * Given back with advice before a clerk has received it. It is advice only: the five days run on, and the applicant
     * may leave it as it is.
     */
    PRECHECK_RETURNED,
    /** In the hands of a clerk; also after the applicant has corrected it. */
    RECEIVED,
    CORRECTION_REQUESTED,
    ACCEPTED,
    NOT_ACCEPTED,
    /** No licence is needed for what the applicant wants to do. */
    NOT_REQUIRED,
    IN_REVIEW,
    /** A special procedure runs (hearing, inspection, expert review); the clock stands. */
    SUSPENDED,
    /** The reviewer has given an opinion; the decision is due. */
    REVIEWED,
    GRANTED,
    REFUSED,
    DELIVERED,
    CLOSED,
    WITHDRAWN,
    /** The correction, or a material that was promised, never came. */
    TERMINATED,
    /** Another body is competent; there it goes on as a case of its own. */
    TRANSFERRED,
    /** Closed, and its package is in the archive. */
    ARCHIVED;

    private static final Set<CaseState> OPEN = EnumSet.of(
            SUBMITTED, PRECHECK_RETURNED, RECEIVED, CORRECTION_REQUESTED, ACCEPTED, IN_REVIEW, SUSPENDED, REVIEWED);

    /** Whether the matter is still undecided: the applicant may withdraw it. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    public boolean awaitsAcceptance() {
        return this == SUBMITTED || this == PRECHECK_RETURNED || this == RECEIVED;
    }

    /** Whether a notice asks the applicant for a correction, or the precheck advises one. */
    public boolean awaitsCorrection() {
        return this == CORRECTION_REQUESTED || this == PRECHECK_RETURNED;
    }
}
