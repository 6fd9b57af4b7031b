package org.zhengtong.services.queue;

/**
 * Who takes a number with their own telephone stands in the hall: they scan the code at the entrance, which changes every
 * few minutes, and one that is older than two changes is worth nothing.
 */
public interface Entrance {
    /** The code to show now. */
    String code(String hall);

    boolean isThere(String hall, String code);
}
