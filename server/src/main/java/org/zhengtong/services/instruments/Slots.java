package org.zhengtong.services.instruments;

import static org.zhengtong.services.instruments.Placeholder.*;

import java.util.EnumSet;
import java.util.Set;
import org.zhengtong.services.cases.DocumentKind;

/** Which placeholders a kind of document knows, and which it cannot do without. */
public record Slots(Set<Placeholder> known, Set<Placeholder> required) {
    private static final Set<Placeholder> EVERYWHERE =
            EnumSet.of(APPLICANT, ITEM, RECEIPT_NUMBER, FILED_ON, BODY, STATUTORY_DAYS, PROMISED_DAYS);

    public Slots {
        known = EnumSet.copyOf(known);
        required = EnumSet.copyOf(required);
    }

    /** What the law wants to be said in each (行政许可法 32, 38, 42, 45; 行政复议法; 行政诉讼法). */
    public static Slots of(DocumentKind kind) {
        return switch (kind) {
            case RECEIPT -> with(EnumSet.of(ITEM, FILED_ON, ANSWER_BY), EnumSet.of(HANDED_IN));
            case CORRECTION_NOTICE -> with(EnumSet.of(ITEM, FINDINGS, CORRECTION_UNTIL), Set.of());
            case ACCEPTANCE_NOTICE, DEEMED_ACCEPTANCE_NOTICE ->
                with(EnumSet.of(ITEM, ACCEPTED_ON, STATUTORY_DAYS), EnumSet.of(DEFERRED));
            case DEFERRAL_PROMISE -> with(EnumSet.of(ITEM, APPLICANT, DEFERRED), EnumSet.of(ACCEPTED_ON));
            case NON_ACCEPTANCE_DECISION -> with(EnumSet.of(ITEM, GROUND, REASON, COMPETENT_BODY, REMEDIES), Set.of());
            case NOT_REQUIRED_NOTICE -> with(EnumSet.of(ITEM, REASON), EnumSet.of(REMEDIES));
            case PROCEDURE_NOTICE ->
                with(EnumSet.of(ITEM, PROCEDURE, PROCEDURE_FROM, PROCEDURE_DAYS), EnumSet.of(ACCEPTED_ON));
            case EXTENSION_NOTICE -> with(EnumSet.of(ITEM, EXTENSION_DAYS, REASON), EnumSet.of(ACCEPTED_ON));
            case GRANT_DECISION -> with(EnumSet.of(ITEM, APPLICANT), EnumSet.of(WORDS, ACCEPTED_ON, REMEDIES));
            case REFUSAL_DECISION -> with(EnumSet.of(ITEM, REASON, REMEDIES), EnumSet.of(ACCEPTED_ON));
            case TERMINATION_NOTICE -> with(EnumSet.of(ITEM, REMEDIES), EnumSet.of(ACCEPTED_ON));
            case TRANSFER_NOTICE ->
                with(EnumSet.of(ITEM, REASON, SUCCESSOR_BODY, SUCCESSOR_NUMBER), EnumSet.of(ACCEPTED_ON));
            case DELIVERY_RECEIPT -> with(EnumSet.of(DELIVERED, DELIVERED_ON), EnumSet.of(COLLECTED_BY));
        };
    }

    private static Slots with(Set<Placeholder> required, Set<Placeholder> more) {
        EnumSet<Placeholder> known = EnumSet.copyOf(EVERYWHERE);
        known.addAll(required);
        known.addAll(more);
        return new Slots(known, required);
    }
}
