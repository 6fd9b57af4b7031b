package org.zhengtong.ground.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and checks the chain. Whoever shows leaves decides who may see them.
 *
 * <p>A chain shows that a leaf was changed, taken out or put in between. It cannot show that its last leaves are gone:
 * that takes checkpoints kept outside the database.
 */
public interface AuditTrail {

    /** Newest first. */
    List<Leaf> find(AuditQuestion question);

    /** @return the first broken leaf of the subject; empty when its chain holds */
    Optional<BrokenLeaf> verify(UUID subject);

    /** @return the first broken leaf of all subjects; reads every leaf, streaming */
    Optional<BrokenLeaf> verifyAll();
}
