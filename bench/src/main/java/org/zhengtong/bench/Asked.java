package org.zhengtong.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An everyday question.
 *
 * @param right names of items and bundles that answer it
 */
record Asked(String question, List<String> right) {

    boolean isAnsweredBy(List<String> found, int places) {
        return found.stream().limit(places).anyMatch(right::contains);
    }

    static List<Asked> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(Asked.class.getResourceAsStream("questions.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new Asked(columns[0], List.of(columns[1].split(";", -1))))
                    .toList();
        }
    }
}
