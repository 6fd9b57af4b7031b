package org.zhengtong.people.identity;

/** What somebody may do for another. */
public enum Power {
    /** Read what is kept: cases, messages, licences. */
    READ,
    /** File, correct, withdraw. */
    FILE,
    /** Collect results at a window. */
    COLLECT
}
