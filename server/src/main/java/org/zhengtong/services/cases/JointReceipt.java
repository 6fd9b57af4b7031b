package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.UUID;

/** That a thing was filed as a whole; each of its cases has a receipt of its own. */
public record JointReceipt(UUID id, String receiptNumber, Instant filedAt) {}
