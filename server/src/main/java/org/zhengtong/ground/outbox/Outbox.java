package org.zhengtong.ground.outbox;

import java.util.UUID;

/** Events that are told to other rooms after, and only after, the change they tell of is committed. */
public interface Outbox {

    /**
     * Writes an event in the running transaction; without one it throws.
     *
     * @param topic {@code <room>.<what-happened>}, such as {@code cases.granted}
     * @param subject what the event is about; events of one subject are delivered in order
     * @param payload a record, kept as JSON
     */
    void publish(String topic, UUID subject, Object payload);
}
