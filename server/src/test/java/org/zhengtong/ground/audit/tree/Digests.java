package org.zhengtong.ground.audit.tree;

import java.util.random.RandomGenerator;

/** Digests of nothing in particular. */
public final class Digests {
    private Digests() {}

    public static Digest random(RandomGenerator random) {
        byte[] bytes = new byte[Digest.LENGTH];
        random.nextBytes(bytes);
        return Digest.of(bytes);
    }
}
