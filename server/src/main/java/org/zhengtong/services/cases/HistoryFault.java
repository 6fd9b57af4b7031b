package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.List;

/**
 * Something about a case that does not follow from its own steps. Nothing is repaired by itself: somebody has to look.
 *
 * @param evidence what stands there and what follows from the steps; without personal data
 * @param foundAt when it was seen first
 */
public record HistoryFault(
        CaseId caseId,
        String receiptNumber,
        String itemName,
        String body,
        String bodyName,
        Kind kind,
        List<Evidence> evidence,
        Instant foundAt) {
    public HistoryFault {
        evidence = List.copyOf(evidence);
    }

    /**
     * @param what the part of the case: {@code state}, {@code acceptedOn}, {@code step} and so on
     * @param stands what the case says of it
     * @param follows what its steps, or the law, say of it
     */
    public record Evidence(String what, String stands, String follows) {}

    /** Its words are the message {@code supervision.histories.<kind>}. */
    public enum Kind {
        /** What was sealed does not open: it was changed, or put where it does not belong. */
        UNREADABLE,
        /** The numbers of the steps do not count from one without a hole. */
        STEPS_MISSING,
        /** A step is dated before the one it follows. */
        BACK_IN_TIME,
        /** More than one step ends the case. */
        TWO_ENDS,
        /** A step that the law did not allow where it stands. */
        NOT_ALLOWED,
        /** The steps lead to another state or to other dates. */
        OTHER_STANDING,
        OTHER_DUE_DATE,
        LICENCE_MISSING,
        SEVERAL_LICENCES,
        LICENCE_WITHOUT_GRANT
    }
}
