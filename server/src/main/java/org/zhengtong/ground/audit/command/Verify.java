package org.zhengtong.ground.audit.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zhengtong.ground.audit.tree.ConsistencyProof;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.PublishedLog;
import org.zhengtong.ground.audit.tree.Refusal;
import org.zhengtong.ground.audit.tree.Refused;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.ground.audit.tree.TileTree;
import org.zhengtong.ground.audit.tree.Tiles;

/** Checks a log, or a proof that was handed out. */
final class Verify {
    private final PrintStream out;

    Verify(PrintStream out) {
        this.out = out;
    }

    void run(Options options) {
        Optional<NoteKey> given = options.find("--key").map(Verify::key);
        if (options.find("--proof").isPresent()) {
            proof(options, given.orElseThrow(() -> new AskedWrongly("--proof needs a --key")));
            return;
        }
        LogSource log = LogSource.of(options.onlyPlain("log"));
        NoteKey key = given.orElseGet(() -> keyBeside(log));
        SignedCheckpoint newest = SignedCheckpoint.open(log.note(), key);
        out.println("ok: " + newest.checkpoint().origin() + " has signed a checkpoint over " + newest.size()
                + " leaves, root " + newest.root().base64());
        if (!new TileTree(log.tiles(), newest.size()).root().equals(newest.root())) {
            throw new Refused(Refusal.ROOT_WRONG);
        }
        options.find("--older").ifPresent(file -> older(read(file), newest, log.tiles(), key));
        if (options.tiles()) {
            PublishedLog.checkTiles(log.tiles(), newest);
            out.println("ok: all tiles and entries give this root");
        }
    }

    private void proof(Options options, NoteKey key) {
        Proof proof = Proof.pasted(read(options.require("--proof")));
        SignedCheckpoint signed = proof.check(key);
        out.println("ok: " + proof.entry().hex() + " stands as number " + proof.index() + " in the log "
                + signed.checkpoint().origin() + " of " + signed.size() + " leaves");
    }

    private void older(String note, SignedCheckpoint newest, Tiles tiles, NoteKey key) {
        SignedCheckpoint older = SignedCheckpoint.open(note, key);
        requireGrown(older, newest, tiles);
        out.println("ok: it grew from the checkpoint over " + older.size() + " leaves");
    }

    /** @throws Refused when the newer one does not continue the older one */
    static void requireGrown(SignedCheckpoint older, SignedCheckpoint newer, Tiles tiles) {
        if (newer.size() < older.size()) {
            throw new Refused(Refusal.SMALLER);
        }
        ConsistencyProof proof = new TileTree(tiles, newer.size()).consistency(older.size());
        if (!proof.connects(older.root(), newer.root())) {
            throw new Refused(Refusal.NOT_CONSISTENT);
        }
    }

    static NoteKey key(String written) {
        return NoteKey.parse(written.contains("+") && !Files.exists(Path.of(written)) ? written : read(written));
    }

    private NoteKey keyBeside(LogSource log) {
        out.println("note: the key is the one beside the log; get it from somebody else to know whose log it is");
        return NoteKey.parse(
                log.key().orElseThrow(() -> new AskedWrongly("there is no key beside the log; give --key")));
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
