package org.zhengtong.services.editing;

/** How far a draft is. */
public enum Stage {
    /** Being written. */
    EDITING,
    /** Complete by the gate's rules; waits for another person's look. */
    IN_REVIEW,
    /** Let pass; published on its day. */
    APPROVED,
    PUBLISHED,
    DISCARDED;

    public boolean isOpen() {
        return this != PUBLISHED && this != DISCARDED;
    }
}
