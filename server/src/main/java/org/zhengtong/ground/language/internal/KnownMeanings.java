package org.zhengtong.ground.language.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The meanings of sentences already understood, kept on disk between starts: the name of the form and the model, then one
 * sentence after the other. New ones are put at the end. Losing the file costs some seconds of computing, nothing else.
 */
final class KnownMeanings {
    private static final Logger LOG = LoggerFactory.getLogger(KnownMeanings.class);
    private static final String NAME = SentenceModel.NAME + "/8-bit/1";

    private final Path file;

    KnownMeanings(Path file) {
        this.file = file;
    }

    Map<String, Meaning> read() {
        Map<String, Meaning> meanings = new HashMap<>();
        if (!Files.exists(file)) {
            return meanings;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readUTF().equals(NAME)) {
                readOn(in, meanings);
            }
            return meanings;
        } catch (EOFException broken) {
            return new HashMap<>();
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the sentences are understood anew", file, e);
            return new HashMap<>();
        }
    }

    private static void readOn(DataInputStream in, Map<String, Meaning> meanings) throws IOException {
        while (in.available() > 0) {
            String sentence = in.readUTF();
            float scale = in.readFloat();
            byte[] values = new byte[SentenceModel.DIMENSIONS];
            in.readFully(values);
            meanings.put(sentence, new Meaning(values, scale));
        }
    }

    /** Puts these and no others in the place of what was there. */
    void write(Map<String, Meaning> meanings) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (DataOutputStream out = writing(Files.newOutputStream(fresh))) {
                out.writeUTF(NAME);
                writeOn(out, meanings);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the next start understands the sentences anew", file, e);
        }
    }

    /** Puts these behind what is there. */
    void add(Map<String, Meaning> meanings) {
        if (!Files.exists(file)) {
            write(meanings);
            return;
        }
        try (DataOutputStream out = writing(Files.newOutputStream(file, StandardOpenOption.APPEND))) {
            writeOn(out, meanings);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the next start understands some sentences anew", file, e);
        }
    }

    private static DataOutputStream writing(OutputStream out) {
        return new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    private static void writeOn(DataOutputStream out, Map<String, Meaning> meanings) throws IOException {
        for (Map.Entry<String, Meaning> meaning : meanings.entrySet()) {
            out.writeUTF(meaning.getKey());
            out.writeFloat(meaning.getValue().scale());
            out.write(meaning.getValue().values());
        }
    }
}
