package org.zhengtong.services.cases;

/** What comes of a command. */
public sealed interface CaseDecision {

    /** The case stands differently now. */
    record Moved(CaseStanding standing) implements CaseDecision {}

    /** The command cannot be carried out. */
    record NotAllowed(Reason reason) implements CaseDecision {}

    /** Why not. Its sentence is {@code problem.cases.<reason>}, in lower case with hyphens. */
    enum Reason {
        NOT_IN_THIS_STATE,
        PRECHECKED_BEFORE,
        CORRECTION_ASKED_BEFORE,
        NOTHING_TO_CORRECT,
        FINDING_WITHOUT_WORDS,
        REASON_MISSING,
        COMPETENT_BODY_MISSING,
        COUNTS_AS_ACCEPTED,
        NOT_YET,
        MATERIAL_NOT_AWAITED,
        MATERIAL_AWAITED,
        PROCEDURE_NOT_PUBLISHED,
        PROCEDURE_PENDING,
        PROCEDURE_DAYS_WRONG,
        EXTENDED_BEFORE,
        EXTENSION_DAYS_WRONG,
        TOO_LATE_TO_EXTEND,
        SIGNED_BEFORE,
        NOTHING_TO_SEND_BACK,
        OPINION_ASKED_BEFORE,
        OPINION_DAYS_WRONG,
        OPINION_AWAITED,
        OPINION_NOT_AWAITED,
        NOT_A_RENEWAL_IN_TIME
    }
}
