package org.zhengtong.services.editing;

/** What comes of a command. */
public sealed interface DraftDecision {
    record Moved(Course course) implements DraftDecision {}

    record Refused(Reason why) implements DraftDecision {}

    /** Why not; each has its sentence in the message files. */
    enum Reason {
        NOT_IN_THIS_STAGE,
        FINDINGS_LEFT,
        REASON_MISSING,
        OWN_WORK,
        DAY_PAST,
        NOT_YET
    }
}
