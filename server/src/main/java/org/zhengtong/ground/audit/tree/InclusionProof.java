package org.zhengtong.ground.audit.tree;

import java.util.List;

/**
 * That a leaf stands in a tree.
 *
 * @param path from the leaf's neighbour up to the child of the root
 */
public record InclusionProof(long index, long size, List<Digest> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** RFC 9162, section 2.1.3.2. */
    public boolean leads(Digest leaf, Digest root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Digest hash = leaf;
        for (Digest neighbour : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(place) || place == last) {
                hash = TreeHash.ofChildren(neighbour, hash);
                while (!isRight(place) && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.ofChildren(hash, neighbour);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    static boolean isRight(long place) {
        return (place & 1) == 1;
    }
}
