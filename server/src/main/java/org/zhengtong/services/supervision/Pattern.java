package org.zhengtong.services.supervision;

/** How a case is completed on paper and not for the applicant. Its words are the message {@code supervision.pattern.<name>}. */
public enum Pattern {
    /** Ended without a grant and filed again within days: the clock began anew. */
    REFILED,
    /** Corrected, returned and corrected again by filing anew: the law allows asking once (行政许可法 32). */
    ENDLESS_CORRECTIONS,
    /** Filed, accepted and decided within minutes, many in a row: handled elsewhere and entered afterwards. */
    HANDLED_OUTSIDE,
    /** Entered in bulk outside office hours. */
    ENTERED_AFTER_HOURS,
    /** A special procedure that took just as long as the case would have been late. */
    PAUSED_OVER_OVERDUE,
    /** Many extensions on one day. */
    EXTENDED_IN_BULK,
    /** Filings of an item that are often counted as accepted, because nobody answers. */
    ACCEPTED_BY_SILENCE
}
