package org.zhengtong.ground.audit.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.ground.audit.tree.SignedNote;
import org.zhengtong.ground.audit.tree.TileFolder;
import org.zhengtong.ground.audit.tree.WitnessSecret;

/**
 * Somebody outside the house who keeps the newest checkpoint of a log and refuses one that did not grow from it. Its
 * folder holds {@code witness.secret}, {@code witness.key}, {@code log.key} as it was first seen, and {@code checkpoint}
 * with the witness's own signature (C2SP {@code tlog-cosignature}).
 */
final class Witness {
    private final PrintStream out;
    private final Clock clock;

    Witness(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void run(Options options) {
        Path folder = Path.of(options.require("--data"));
        LogSource log = LogSource.of(options.onlyPlain("log"));
        WitnessSecret secret = secret(folder, options.require("--name"));
        NoteKey key = logKey(folder, options, log);
        SignedCheckpoint newest = SignedCheckpoint.open(log.note(), key);
        Path kept = folder.resolve("checkpoint");
        if (Files.exists(kept)) {
            SignedCheckpoint seen = SignedCheckpoint.open(Verify.read(kept.toString()), key);
            Verify.requireGrown(seen, newest, log.tiles());
            out.println("ok: the log grew from " + seen.size() + " to " + newest.size() + " leaves");
        } else {
            out.println("ok: seen for the first time, with " + newest.size() + " leaves");
        }
        SignedNote cosigned = newest.note().with(secret.cosign(newest.note().text(), clock.instant()));
        write(kept, cosigned.toString());
        out.print(cosigned.signatures().getLast().line() + "\n");
    }

    private WitnessSecret secret(Path folder, String name) {
        Path file = folder.resolve("witness.secret");
        if (Files.exists(file)) {
            return WitnessSecret.of(
                    name,
                    Base64.getDecoder().decode(Verify.read(file.toString()).strip()));
        }
        WitnessSecret made = WitnessSecret.make(name);
        write(file, Base64.getEncoder().encodeToString(made.bytes()) + "\n");
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be kept from others", e);
        }
        write(folder.resolve("witness.key"), made.open().written() + "\n");
        return made;
    }

    /** The key that was given, or seen first, counts for ever after. */
    private NoteKey logKey(Path folder, Options options, LogSource log) {
        Path known = folder.resolve("log.key");
        if (Files.exists(known)) {
            return NoteKey.parse(Verify.read(known.toString()));
        }
        NoteKey key = options.find("--key")
                .map(Verify::key)
                .orElseGet(() -> NoteKey.parse(
                        log.key().orElseThrow(() -> new AskedWrongly("there is no key beside the log; give --key"))));
        write(known, key.written() + "\n");
        return key;
    }

    private static void write(Path file, String text) {
        try {
            TileFolder.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
