package org.zhengtong.ground.audit;

import java.util.UUID;

/** The first place where a chain does not hold. */
public record BrokenLeaf(UUID subject, long subjectSequence, Fault fault) {
    /** What is wrong there. */
    public enum Fault {
        /** The content does not give the digest. */
        CHANGED,
        /** A leaf is missing before this one. */
        MISSING,
        /** The leaf does not carry the digest of the one before it. */
        NOT_CHAINED
    }
}
