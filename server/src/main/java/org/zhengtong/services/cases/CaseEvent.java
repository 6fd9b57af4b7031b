package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the outbox tells other rooms about a case, under {@code cases.<what happened>}; without personal data. */
public record CaseEvent(
        UUID caseId,
        String receiptNumber,
        String item,
        String body,
        UUID applicant,
        StepKind what,
        CaseState state,
        Optional<Outcome> outcome,
        Instant at) {}
