package org.zhengtong.ground.audit.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A log as a folder of static files, the same as its public addresses (C2SP {@code tlog-tiles}): {@code checkpoint},
 * {@code tile/…}, and {@code key}, which a reader better has from somebody else.
 */
public final class PublishedLog {
    private static final String CHECKPOINT = "checkpoint";
    private static final String KEY = "key";

    private final Path folder;
    private final TileFolder tiles;

    public PublishedLog(Path folder) {
        this.folder = folder;
        this.tiles = new TileFolder(folder);
    }

    public Path folder() {
        return folder;
    }

    public TileFolder tiles() {
        return tiles;
    }

    /** @return empty when nothing was published yet */
    public Optional<String> note() {
        return read(CHECKPOINT);
    }

    public Optional<String> key() {
        return read(KEY);
    }

    public void write(SignedNote checkpoint, NoteKey key) {
        try {
            if (!key().equals(Optional.of(key.written() + "\n"))) {
                TileFolder.replace(folder.resolve(KEY), (key.written() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            TileFolder.replace(folder.resolve(CHECKPOINT), checkpoint.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a checkpoint cannot be written below " + folder, e);
        }
    }

    private Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (CharacterCodingException damaged) {
            throw new Refused(Refusal.NOT_A_NOTE, name);
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be read below " + folder, e);
        }
    }

    /**
     * Reckons every tile anew from the entries.
     *
     * @throws Refused naming the first tile that is missing or wrong
     */
    public static void checkTiles(Tiles tiles, SignedCheckpoint signed) {
        long size = signed.size();
        List<Digest> hashes = new ArrayList<>();
        TileTree tree = new TileTree(tiles, size);
        List<Digest> level = new ArrayList<>();
        for (long bundle = 0; bundle * TileAddress.FULL < size; bundle++) {
            hashes.clear();
            tree.entries(bundle).forEach(entry -> hashes.add(TreeHash.ofEntry(entry.bytes())));
            requireTile(tiles, TileAddress.hashes(0, bundle, hashes.size()), hashes);
            if (hashes.size() == TileAddress.FULL) {
                level.add(TreeHash.ofSubtrees(hashes));
            }
        }
        for (int height = 1; !level.isEmpty(); height++) {
            level = checkLevel(tiles, height, level);
        }
        if (!new TileTree(tiles, size).root().equals(signed.root())) {
            throw new Refused(Refusal.ROOT_WRONG);
        }
    }

    private static List<Digest> checkLevel(Tiles tiles, int height, List<Digest> level) {
        List<Digest> above = new ArrayList<>();
        for (int from = 0; from < level.size(); from += TileAddress.FULL) {
            List<Digest> hashes = level.subList(from, Math.min(from + TileAddress.FULL, level.size()));
            requireTile(tiles, TileAddress.hashes(height, from / TileAddress.FULL, hashes.size()), hashes);
            if (hashes.size() == TileAddress.FULL) {
                above.add(TreeHash.ofSubtrees(hashes));
            }
        }
        return above;
    }

    private static void requireTile(Tiles tiles, TileAddress address, List<Digest> hashes) {
        byte[] content = tiles.read(address).orElseThrow(() -> new Refused(Refusal.TILE_MISSING, address.path()));
        for (int place = 0; place < hashes.size(); place++) {
            if (!Digest.at(content, place).equals(hashes.get(place))) {
                throw new Refused(Refusal.TILE_DAMAGED, address.path());
            }
        }
    }
}
