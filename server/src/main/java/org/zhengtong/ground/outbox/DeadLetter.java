package org.zhengtong.ground.outbox;

/**
 * An event that one handler could not bear, however often it was tried.
 *
 * @param error what the last try ended with: kind of failure and message, without payload
 */
public record DeadLetter(String handler, OutboxEvent event, int tries, String error) {}
