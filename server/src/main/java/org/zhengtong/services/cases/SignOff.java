package org.zhengtong.services.cases;

/**
 * An opinion of one level of the review.
 *
 * @param level its name in the item
 * @param by who signed, as the audit log names them; empty for what was signed before levels were kept
 */
public record SignOff(String level, boolean favourable, String by) {}
