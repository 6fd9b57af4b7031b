package org.zhengtong.ground.outbox;

/**
 * Receives the events of one topic, or of one room. Every handler gets every event at least once and must bear a
 * repetition. A failure is tried again with growing pauses; after the last try the event stands among the dead letters.
 *
 * @param <T> the payload
 */
public interface EventHandler<T> {
    /** A stable name, part of the record of what was delivered. */
    String name();

    /**
     * The topic, or {@code <room>.*} for all topics of a room: only one handler for all of them gets the events of a
     * subject in their order.
     */
    String topic();

    Class<T> payload();

    void handle(OutboxEvent event, T payload);
}
