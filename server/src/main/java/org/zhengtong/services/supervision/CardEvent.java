package org.zhengtong.services.supervision;

import java.time.Instant;
import java.util.UUID;
import org.zhengtong.services.cases.DueDate;

/** What the outbox tells other rooms about a card, under {@code supervision.card-<what happened>}. */
public record CardEvent(
        UUID card,
        UUID caseId,
        String receiptNumber,
        String body,
        CardColour colour,
        DueDate.Kind clock,
        CardStep.Kind what,
        CardState state,
        Instant at) {}
