package org.zhengtong.ground.audit.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A tree that takes entries at its end and writes its tiles: full ones as they fill, those at its right edge when a
 * checkpoint is to be made.
 */
public final class GrowingTree {
    private final BiConsumer<TileAddress, byte[]> writer;
    private final List<List<Digest>> edge = new ArrayList<>();
    private final List<Digest> bundle = new ArrayList<>();
    private long size;

    private GrowingTree(BiConsumer<TileAddress, byte[]> writer, long size) {
        this.writer = writer;
        this.size = size;
    }

    /** Begins with nothing and writes nothing. */
    public static GrowingTree unwritten() {
        return new GrowingTree((_, _) -> {}, 0);
    }

    /**
     * Goes on behind the tiles of a tree of this size.
     *
     * @throws Refused when one of them is missing
     */
    public static GrowingTree behind(TileFolder folder, long size) {
        GrowingTree tree = new GrowingTree(folder::write, size);
        int width = (int) (size % TileAddress.FULL);
        if (width > 0) {
            tree.bundle.addAll(Entries.read(read(folder, TileAddress.entries(size / TileAddress.FULL, width))));
        }
        for (int level = 0; size >> (level * TileAddress.HEIGHT) > 0; level++) {
            tree.edge.add(hashes(folder, level, size >> (level * TileAddress.HEIGHT)));
        }
        return tree;
    }

    private static List<Digest> hashes(TileFolder folder, int level, long all) {
        int width = (int) (all % TileAddress.FULL);
        List<Digest> hashes = new ArrayList<>();
        if (width > 0) {
            byte[] content = read(folder, TileAddress.hashes(level, all / TileAddress.FULL, width));
            for (int place = 0; place < width; place++) {
                hashes.add(Digest.at(content, place));
            }
        }
        return hashes;
    }

    private static byte[] read(TileFolder folder, TileAddress address) {
        return folder.read(address).orElseThrow(() -> new Refused(Refusal.TILE_MISSING, address.path()));
    }

    public void add(Digest entry) {
        bundle.add(entry);
        if (bundle.size() == TileAddress.FULL) {
            writer.accept(TileAddress.entries(size / TileAddress.FULL, TileAddress.FULL), Entries.write(bundle));
            bundle.clear();
        }
        size++;
        add(0, TreeHash.ofEntry(entry.bytes()));
    }

    private void add(int level, Digest hash) {
        if (edge.size() == level) {
            edge.add(new ArrayList<>());
        }
        List<Digest> hashes = edge.get(level);
        hashes.add(hash);
        if (hashes.size() == TileAddress.FULL) {
            long number = (size >> (level * TileAddress.HEIGHT)) / TileAddress.FULL - 1;
            writer.accept(TileAddress.hashes(level, number, TileAddress.FULL), joined(hashes));
            Digest whole = TreeHash.ofSubtrees(hashes);
            hashes.clear();
            add(level + 1, whole);
        }
    }

    /** Writes the tiles that are not full. */
    public void writeEdge() {
        if (!bundle.isEmpty()) {
            writer.accept(TileAddress.entries(size / TileAddress.FULL, bundle.size()), Entries.write(bundle));
        }
        for (int level = 0; level < edge.size(); level++) {
            List<Digest> hashes = edge.get(level);
            if (!hashes.isEmpty()) {
                long number = (size >> (level * TileAddress.HEIGHT)) / TileAddress.FULL;
                writer.accept(TileAddress.hashes(level, number, hashes.size()), joined(hashes));
            }
        }
    }

    public long size() {
        return size;
    }

    public Digest root() {
        Optional<Digest> below = Optional.empty();
        for (List<Digest> hashes : edge) {
            List<Digest> subtrees = new ArrayList<>(hashes);
            below.ifPresent(subtrees::add);
            below = subtrees.isEmpty() ? Optional.empty() : Optional.of(TreeHash.ofSubtrees(subtrees));
        }
        return below.orElseGet(TreeHash::ofEmptyTree);
    }

    private static byte[] joined(List<Digest> hashes) {
        byte[] content = new byte[hashes.size() * Digest.LENGTH];
        for (int place = 0; place < hashes.size(); place++) {
            System.arraycopy(hashes.get(place).bytes(), 0, content, place * Digest.LENGTH, Digest.LENGTH);
        }
        return content;
    }
}
