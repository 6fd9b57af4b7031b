package org.zhengtong.services.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * One thing under way: the parent of the cases of its items.
 *
 * @param leadBody USCC of the body that answers for the whole
 * @param due the last day of joint handling, from the first acceptance on (行政许可法 42 (2)); absent until then
 * @param extension by which the head of the government at that level has extended it
 * @param parts in their order
 * @param timeline what happened in all of them, in the order in which it happened
 */
public record JointFile(
        UUID id,
        String receiptNumber,
        String bundle,
        String name,
        String leadBody,
        String leadBodyName,
        Party applicant,
        String applicantName,
        Instant filedAt,
        Optional<LocalDate> due,
        Optional<Extension> extension,
        Optional<String> extensionReason,
        List<Part> parts,
        List<Moment> timeline) {

    /** How far a part is. */
    public enum Stage {
        /** Waits for the result of another one. */
        WAITING,
        UNDER_WAY,
        GRANTED,
        /** Refused, not accepted, withdrawn or ended otherwise without what was asked for. */
        WITHOUT_RESULT,
        /** What it waits for has ended without a result. */
        CANNOT_BEGIN
    }

    /**
     * @param filed the case, once it has been filed
     * @param blockedBy names of the items that keep it from beginning
     */
    public record Part(
            ItemCode item,
            String itemName,
            String bodyUscc,
            String bodyName,
            Set<ItemCode> waitsFor,
            Stage stage,
            Optional<Filed> filed,
            List<String> blockedBy) {}

    /** What is to be told of a part's case. */
    public record Filed(
            CaseId id, String receiptNumber, CaseState state, Optional<Outcome> outcome, Optional<LocalDate> due) {}

    /** A step of one of the cases. */
    public record Moment(String itemName, CaseId caseId, CaseStep step) {}

    /** Closed with the last of its cases. */
    public boolean isClosed() {
        return parts.stream().noneMatch(part -> part.stage() == Stage.WAITING || part.stage() == Stage.UNDER_WAY);
    }

    /** The parts that cannot begin because this one has no result. */
    public List<Part> heldUpBy(Part ended) {
        return parts.stream()
                .filter(part -> part.blockedBy().contains(ended.itemName()))
                .toList();
    }

    public long done() {
        return parts.stream().filter(part -> part.stage() == Stage.GRANTED).count();
    }

    /** Whether the body has a part in it or answers for the whole. */
    public boolean concerns(String body) {
        return leadBody.equals(body)
                || parts.stream().anyMatch(part -> part.bodyUscc().equals(body));
    }
}
