package org.zhengtong.ground.audit;

import java.util.UUID;

/** The first place where a chain does not hold, or the log over all of them. */
public record BrokenLeaf(UUID subject, long subjectSequence, Fault fault) {
    /** What is wrong there. */
    public enum Fault {
        /** The content does not give the digest. */
        CHANGED,
        /** A leaf is missing before this one. */
        MISSING,
        /** The leaf does not carry the digest of the one before it. */
        NOT_CHAINED,
        /** The log has published something else at this number, counted from 0 over all subjects. */
        NOT_AS_PUBLISHED
    }
}
