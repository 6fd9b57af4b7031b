package org.zhengtong.ground.outbox;

import java.time.Instant;
import java.util.UUID;

/** An event as it was written. {@code sequence} grows with every event of the house. */
public record OutboxEvent(long sequence, String topic, UUID subject, Instant at) {}
