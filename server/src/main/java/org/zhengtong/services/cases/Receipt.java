package org.zhengtong.services.cases;

import java.time.Instant;

/**
 * What the citizen holds in hand: once shown, the case is never lost.
 *
 * @param caseNumber 办件编号
 * @param receiptNumber short and speakable, such as {@code YX-7F3K-2291}
 */
public record Receipt(CaseId id, String caseNumber, String receiptNumber, Instant filedAt) {}
