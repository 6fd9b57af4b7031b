package org.zhengtong.ground.outbox;

import java.util.List;

/** Events that were tried in vain. They no longer hold up what follows them. */
public interface DeadLetters {
    /**
     * Oldest first.
     *
     * @param after only those of events with a larger sequence: the last one of the page before, or 0
     */
    List<DeadLetter> list(long after, int most);

    long count();

    /**
     * Puts a dead letter among the due deliveries again, with all its tries.
     *
     * @return false when it is no dead letter (any more)
     */
    boolean retry(String handler, long sequence);
}
