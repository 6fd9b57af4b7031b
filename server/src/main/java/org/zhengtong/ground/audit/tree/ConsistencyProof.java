package org.zhengtong.ground.audit.tree;

import java.util.ArrayList;
import java.util.List;

/** That a tree has grown from another one by leaves at its end, with nothing changed before. */
public record ConsistencyProof(long first, long second, List<Digest> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** RFC 9162, section 2.1.4.2; with the two cases it leaves out, trees of one size and the empty tree. */
    public boolean connects(Digest firstRoot, Digest secondRoot) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (first == 0) {
            return path.isEmpty() && firstRoot.equals(TreeHash.ofEmptyTree());
        }
        return !path.isEmpty() && climbs(firstRoot, secondRoot);
    }

    private boolean climbs(Digest firstRoot, Digest secondRoot) {
        List<Digest> steps = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            steps.addFirst(firstRoot);
        }
        int below = Long.numberOfTrailingZeros(~(first - 1));
        long place = (first - 1) >> below;
        long last = (second - 1) >> below;
        Digest old = steps.getFirst();
        Digest now = old;
        for (Digest step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if (InclusionProof.isRight(place) || place == last) {
                old = TreeHash.ofChildren(step, old);
                now = TreeHash.ofChildren(step, now);
                while (!InclusionProof.isRight(place) && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                now = TreeHash.ofChildren(now, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(firstRoot) && now.equals(secondRoot);
    }
}
