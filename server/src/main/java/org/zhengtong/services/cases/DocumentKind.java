package org.zhengtong.services.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents (文书) of a case, each made by a step of it. */
public enum DocumentKind {
    RECEIPT,
    CORRECTION_NOTICE,
    ACCEPTANCE_NOTICE,
    DEEMED_ACCEPTANCE_NOTICE,
    /** What the applicant has promised to hand in later (容缺承诺书); made with the acceptance, beside its notice. */
    DEFERRAL_PROMISE,
    NON_ACCEPTANCE_DECISION,
    NOT_REQUIRED_NOTICE,
    PROCEDURE_NOTICE,
    EXTENSION_NOTICE,
    GRANT_DECISION,
    REFUSAL_DECISION,
    TERMINATION_NOTICE,
    TRANSFER_NOTICE,
    DELIVERY_RECEIPT;

    private static final Map<StepKind, DocumentKind> MADE_BY = Map.ofEntries(
            Map.entry(StepKind.FILED, RECEIPT),
            Map.entry(StepKind.CORRECTION_REQUESTED, CORRECTION_NOTICE),
            Map.entry(StepKind.ACCEPTED, ACCEPTANCE_NOTICE),
            Map.entry(StepKind.COUNTED_AS_ACCEPTED, DEEMED_ACCEPTANCE_NOTICE),
            Map.entry(StepKind.NOT_ACCEPTED, NON_ACCEPTANCE_DECISION),
            Map.entry(StepKind.NOT_REQUIRED, NOT_REQUIRED_NOTICE),
            Map.entry(StepKind.PROCEDURE_ANNOUNCED, PROCEDURE_NOTICE),
            Map.entry(StepKind.EXTENDED, EXTENSION_NOTICE),
            Map.entry(StepKind.GRANTED, GRANT_DECISION),
            Map.entry(StepKind.REFUSED, REFUSAL_DECISION),
            Map.entry(StepKind.TERMINATED, TERMINATION_NOTICE),
            Map.entry(StepKind.TRANSFERRED, TRANSFER_NOTICE),
            Map.entry(StepKind.DELIVERED, DELIVERY_RECEIPT));

    /** What a step of this kind makes, besides a promise. */
    public static Optional<DocumentKind> of(StepKind step) {
        return Optional.ofNullable(MADE_BY.get(step));
    }

    static List<DocumentKind> of(CaseStep step) {
        List<DocumentKind> made = new ArrayList<>();
        of(step.kind()).ifPresent(made::add);
        if (!step.facts().getOrDefault("promised", "").isEmpty()) {
            made.add(DEFERRAL_PROMISE);
        }
        return made;
    }
}
