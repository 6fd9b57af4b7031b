package org.zhengtong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The PostgreSQL inside a program that runs, entered as its owner.
 *
 * @param data the program's data folder
 */
record InsideDatabase(Path data) {

    /** As the server has written it down itself. */
    int port() {
        return Integer.parseInt(lines("postgres/postmaster.pid").get(3).strip());
    }

    String url() {
        String line = lines("postgres-password").getFirst();
        return "jdbc:postgresql://localhost:" + port() + "/postgres?user=postgres&password="
                + line.substring(line.lastIndexOf(':') + 1);
    }

    /** In the form of {@code PGPASSFILE}. */
    Path passwordFile() {
        return data.resolve("postgres-password");
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
