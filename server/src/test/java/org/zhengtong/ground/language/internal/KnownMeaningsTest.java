package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownMeaningsTest {
    private Path file;
    private KnownMeanings known;

    @BeforeEach
    void inAnEmptyFolder(@TempDir Path folder) {
        file = folder.resolve("language/meanings");
        known = new KnownMeanings(file);
    }

    @Test
    void what_was_written_is_read_again() {
        float[] vector = new float[SentenceModel.DIMENSIONS];
        vector[7] = 0.5f;

        known.write(Map.of("办护照", vector));

        assertThat(known.read()).containsOnlyKeys("办护照");
        assertThat(known.read().get("办护照")).isEqualTo(vector);
    }

    @Test
    void without_a_file_nothing_is_known() {
        assertThat(known.read()).isEmpty();
    }

    @Test
    void a_file_cut_short_is_as_good_as_none() throws IOException {
        known.write(Map.of("办护照", new float[SentenceModel.DIMENSIONS]));
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length - 100));

        assertThat(known.read()).isEmpty();
    }

    @Test
    void what_is_no_such_file_is_as_good_as_none() throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, new byte[] {0, 0, 1, 2, 3});

        assertThat(known.read()).isEmpty();
    }
}
