package org.zhengtong.ground.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.audit.tree.ConsistencyProof;
import org.zhengtong.ground.audit.tree.Digest;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.ground.audit.tree.TileAddress;

/**
 * The log over all leaves as anybody may see it. It tells of no leaf what it says: who asks for a proof knows the digest
 * already.
 */
public interface AuditProofs {

    /** @return empty before the first checkpoint */
    Optional<SignedCheckpoint> newest();

    /** What the checkpoints are checked with. */
    NoteKey key();

    /** @return empty when no leaf of the newest checkpoint has this digest */
    Optional<Proof> proof(Digest leaf);

    /**
     * @param first 1 to {@code second}
     * @param second at most the size of the newest checkpoint
     */
    ConsistencyProof consistency(long first, long second);

    /** The root when the tree had this size, at most that of the newest checkpoint. */
    Digest root(long size);

    Optional<byte[]> tile(TileAddress address);

    /** The leaves of a subject, newest first, at most 500. Whoever shows them decides who may see them. */
    List<PlacedLeaf> about(UUID subject);
}
