package org.zhengtong.ground.outbox;

/** Brings events to their handlers. The program does it by itself; a test asks for it. */
public interface Deliveries {
    /**
     * Delivers, on the calling thread, what is due now, and what comes of it, until nothing is left.
     *
     * @return how many deliveries were made; failed tries do not count
     */
    int runDue();
}
