package org.zhengtong.services.cases;

/** What a step of the timeline was. Its words are the message {@code cases.step.<kind>}. */
public enum StepKind {
    FILED,
    PRECHECK_RETURNED,
    RESUBMITTED,
    TAKEN,
    CORRECTION_REQUESTED,
    CORRECTION_REMINDED,
    CORRECTED,
    ACCEPTED,
    COUNTED_AS_ACCEPTED,
    NOT_ACCEPTED,
    NOT_REQUIRED,
    /** A promised material is awaited and its last day is near. */
    DEFERRAL_REMINDED,
    SUPPLIED,
    REVIEW_STARTED,
    /** A level of the review has been signed that is not the last one. */
    SIGNED_OFF,
    REVIEWED,
    SENT_BACK,
    OPINION_ASKED,
    OPINION_GIVEN,
    RECUSED,
    PROCEDURE_ANNOUNCED,
    SUSPENDED,
    RESUMED,
    EXTENDED,
    /** A holiday announcement came after a due date was counted. */
    DUE_DATE_MOVED,
    /** A body was dissolved or merged; its successor goes on. */
    BODY_CHANGED,
    GRANTED,
    REFUSED,
    DELIVERED,
    CLOSED,
    WITHDRAWN,
    TERMINATED,
    TRANSFERRED,
    ARCHIVED;

    /** Whether the case is decided by it, or ends otherwise: once in its life. */
    public boolean endsCase() {
        return switch (this) {
            case GRANTED, REFUSED, NOT_ACCEPTED, NOT_REQUIRED, WITHDRAWN, TERMINATED, TRANSFERRED -> true;
            default -> false;
        };
    }
}
