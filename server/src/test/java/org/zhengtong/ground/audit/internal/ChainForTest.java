package org.zhengtong.ground.audit.internal;

import org.zhengtong.ground.audit.Leaf;

/** A forger who knows the layout. */
public final class ChainForTest {
    private ChainForTest() {}

    /** The digest of a first leaf as another actor's. */
    public static byte[] digest(Leaf leaf, String actor) {
        return Chain.digest(
                leaf.subject(),
                leaf.subjectSequence(),
                Chain.beginning(),
                leaf.action(),
                actor,
                leaf.at(),
                leaf.facts());
    }
}
