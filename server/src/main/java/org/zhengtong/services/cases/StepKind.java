package org.zhengtong.services.cases;

/** What a step of the timeline was. Its words are the message {@code cases.step.<kind>}. */
public enum StepKind {
    FILED,
    TAKEN,
    CORRECTION_REQUESTED,
    CORRECTION_REMINDED,
    CORRECTED,
    ACCEPTED,
    COUNTED_AS_ACCEPTED,
    NOT_ACCEPTED,
    NOT_REQUIRED,
    REVIEW_STARTED,
    REVIEWED,
    SUSPENDED,
    RESUMED,
    GRANTED,
    REFUSED,
    DELIVERED,
    CLOSED,
    WITHDRAWN,
    TERMINATED
}
