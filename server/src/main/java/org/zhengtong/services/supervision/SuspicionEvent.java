package org.zhengtong.services.supervision;

import java.time.Instant;
import java.util.UUID;

/** What the outbox tells other rooms about a pattern, under {@code supervision.suspicion-<what happened>}. */
public record SuspicionEvent(
        UUID suspicion, Pattern pattern, String body, int cases, Suspicion.Step.Kind what, Instant at) {}
