package org.zhengtong.services.filing.web;

/**
 * A friendly stop: why it does not go on here and what to do instead.
 *
 * @param reason part of the message keys {@code filing.stop.<reason>.*}
 * @param way where to go instead
 */
public record StopView(String reason, String item, String itemPath, String way) {}
