package org.zhengtong.ground.language.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors of sentences already understood, kept on disk between starts, with the name of the model that understood
 * them. Losing the file costs some seconds of computing, nothing else.
 */
final class KnownMeanings {
    private static final Logger LOG = LoggerFactory.getLogger(KnownMeanings.class);

    private final Path file;

    KnownMeanings(Path file) {
        this.file = file;
    }

    Map<String, float[]> read() {
        Map<String, float[]> meanings = new HashMap<>();
        if (!Files.exists(file)) {
            return meanings;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(SentenceModel.NAME)) {
                return meanings;
            }
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String sentence = in.readUTF();
                float[] vector = new float[SentenceModel.DIMENSIONS];
                for (int j = 0; j < vector.length; j++) {
                    vector[j] = in.readFloat();
                }
                meanings.put(sentence, vector);
            }
            return meanings;
        } catch (EOFException broken) {
            return new HashMap<>();
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the sentences are understood anew", file, e);
            return new HashMap<>();
        }
    }

    void write(Map<String, float[]> meanings) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
                out.writeUTF(SentenceModel.NAME);
                out.writeInt(meanings.size());
                for (Map.Entry<String, float[]> meaning : meanings.entrySet()) {
                    out.writeUTF(meaning.getKey());
                    for (float value : meaning.getValue()) {
                        out.writeFloat(value);
                    }
                }
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the next start understands the sentences anew", file, e);
        }
    }
}
