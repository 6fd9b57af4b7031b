package org.zhengtong.services.window.web;

/**
 * Something handed in later in a visit.
 *
 * @param name of the promised material; empty for a correction
 */
public record HandedInView(String caseId, String receiptNumber, String itemName, String bodyName, String name) {}
