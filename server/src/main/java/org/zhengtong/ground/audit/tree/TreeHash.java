package org.zhengtong.ground.audit.tree;

import java.util.List;
import org.zhengtong.ground.crypto.Sm3;

/** The hashes of RFC 6962, section 2.1, with SM3 in the place of SHA-256. */
public final class TreeHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private TreeHash() {}

    public static Digest ofEmptyTree() {
        return Digest.of(Sm3.digest());
    }

    public static Digest ofEntry(byte[] entry) {
        return Digest.of(Sm3.digest(LEAF, entry));
    }

    public static Digest ofChildren(Digest left, Digest right) {
        return Digest.of(Sm3.digest(NODE, left.bytes(), right.bytes()));
    }

    /** The tree over subtrees that are all complete and of one height; only the last may be smaller. */
    static Digest ofSubtrees(List<Digest> subtrees) {
        if (subtrees.size() == 1) {
            return subtrees.getFirst();
        }
        int left = (int) split(subtrees.size());
        return ofChildren(ofSubtrees(subtrees.subList(0, left)), ofSubtrees(subtrees.subList(left, subtrees.size())));
    }

    /** The largest power of two smaller than the size: how many leaves stand on the left. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
