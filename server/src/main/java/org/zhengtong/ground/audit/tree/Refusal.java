package org.zhengtong.ground.audit.tree;

/** Why a proof, a checkpoint or a log is not believed. */
public enum Refusal {
    NOT_A_PROOF,
    NOT_A_NOTE,
    NOT_A_CHECKPOINT,
    NOT_A_KEY,
    OTHER_LOG,
    NOT_SIGNED,
    SIGNATURE_WRONG,
    /** The proof does not say what stands in the log. */
    NO_ENTRY,
    NOT_INCLUDED,
    NOT_CONSISTENT,
    /** Older than what is known already. */
    SMALLER,
    TILE_MISSING,
    TILE_DAMAGED,
    ROOT_WRONG
}
