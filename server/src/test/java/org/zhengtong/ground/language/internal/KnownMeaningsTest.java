package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        known.write(Map.of("办护照", meaning(7)));
        known.add(Map.of("办执照", meaning(8)));

        assertThat(known.read()).containsOnlyKeys("办护照", "办执照");
        assertThat(known.read().values())
                .extracting(meaning -> meaning.cosine(meaning(7)) + 2 * meaning.cosine(meaning(8)))
                .allSatisfy(sum -> assertThat(sum - Math.rint(sum)).isCloseTo(0, within(0.001)))
                .extracting(Math::round)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void without_a_file_nothing_is_known() {
        assertThat(known.read()).isEmpty();
    }

    @Test
    void a_file_cut_short_is_as_good_as_none() throws IOException {
        known.write(Map.of("办护照", meaning(1)));
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

    private static Meaning meaning(int direction) {
        float[] vector = new float[SentenceModel.DIMENSIONS];
        vector[direction] = 1;
        return Meaning.of(vector);
    }
}
