package org.zhengtong.services.transfer;

/**
 * A platform above that takes entries in tables of its own. Standards and live systems disagree, so each has its lengths
 * and codes.
 */
public record Profile(String id, String name, String note) {}
