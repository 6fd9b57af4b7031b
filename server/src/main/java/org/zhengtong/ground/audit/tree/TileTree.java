package org.zhengtong.ground.audit.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of one size, read from tiles. Makes the proofs of RFC 9162, sections 2.1.3.1 and 2.1.4.1; each tile is read
 * once, so an object of this class is for one question.
 */
public final class TileTree {
    private final Tiles tiles;
    private final long size;
    private final Map<TileAddress, byte[]> read = new HashMap<>();

    public TileTree(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** @throws Refused when a tile is missing */
    public Digest root() {
        return size == 0 ? TreeHash.ofEmptyTree() : hash(0, size);
    }

    /** @throws Refused when a tile is missing */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("there is no leaf " + index + " in a tree of " + size);
        }
        List<Digest> path = new ArrayList<>();
        long from = 0;
        long until = size;
        while (until - from > 1) {
            long middle = from + TreeHash.split(until - from);
            if (index < middle) {
                path.addFirst(hash(middle, until));
                until = middle;
            } else {
                path.addFirst(hash(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /**
     * @param first 0 to the size
     * @throws Refused when a tile is missing
     */
    public ConsistencyProof consistency(long first) {
        if (first < 0 || first > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not grow from one of " + first);
        }
        List<Digest> path = new ArrayList<>();
        if (first > 0 && first < size) {
            subproof(first, 0, size, true, path);
        }
        return new ConsistencyProof(first, size, path);
    }

    private void subproof(long first, long from, long until, boolean whole, List<Digest> path) {
        if (first == until - from) {
            if (!whole) {
                path.add(hash(from, until));
            }
            return;
        }
        long left = TreeHash.split(until - from);
        if (first <= left) {
            subproof(first, from, from + left, whole, path);
            path.add(hash(from + left, until));
        } else {
            subproof(first - left, from + left, until, false, path);
            path.add(hash(from, from + left));
        }
    }

    /** The entries of the bundle with this number, as many as the tree has. */
    public List<Digest> entries(long bundle) {
        long width = Math.min(TileAddress.FULL, size - bundle * TileAddress.FULL);
        TileAddress address = TileAddress.entries(bundle, (int) width);
        return Entries.read(tiles.read(address).orElseThrow(() -> new Refused(Refusal.TILE_MISSING, address.path())));
    }

    private Digest hash(long from, long until) {
        long count = until - from;
        if (Long.bitCount(count) == 1 && from % count == 0) {
            return complete(Long.numberOfTrailingZeros(count), from / count);
        }
        long middle = from + TreeHash.split(count);
        return TreeHash.ofChildren(hash(from, middle), hash(middle, until));
    }

    /** The complete subtree of this height: one hash of a tile, or some that stand side by side in one. */
    private Digest complete(int height, long number) {
        int level = height / TileAddress.HEIGHT;
        int within = height % TileAddress.HEIGHT;
        long first = number << within;
        byte[] hashes = tile(hashes(level, first / TileAddress.FULL));
        int place = (int) (first % TileAddress.FULL);
        List<Digest> side = new ArrayList<>();
        for (int i = 0; i < 1 << within; i++) {
            side.add(Digest.at(hashes, place + i));
        }
        return TreeHash.ofSubtrees(side);
    }

    private TileAddress hashes(int level, long number) {
        long all = size >> (level * TileAddress.HEIGHT);
        return TileAddress.hashes(level, number, (int) Math.min(TileAddress.FULL, all - number * TileAddress.FULL));
    }

    private byte[] tile(TileAddress address) {
        return read.computeIfAbsent(
                address, _ -> tiles.read(address).orElseThrow(() -> new Refused(Refusal.TILE_MISSING, address.path())));
    }
}
