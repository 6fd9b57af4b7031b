package org.zhengtong.ground.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and checks the chain. Whoever shows leaves decides who may see them.
 *
 * <p>A chain shows that a leaf was changed, taken out or put in between. That its last leaves are gone, or that all of it
 * was written anew, is shown by the log over all leaves, whose checkpoints are kept outside the database.
 */
public interface AuditTrail {

    /** Newest first. */
    List<Leaf> find(AuditQuestion question);

    /** @return the first broken leaf of the subject; empty when its chain holds */
    Optional<BrokenLeaf> verify(UUID subject);

    /** @return the first broken leaf of all subjects and of what was published; reads every leaf, streaming */
    Optional<BrokenLeaf> verifyAll();
}
