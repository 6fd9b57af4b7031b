package org.zhengtong.ground.audit.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.zhengtong.ground.audit.tree.PublishedLog;
import org.zhengtong.ground.audit.tree.Tiles;

/** A log as it is found: in a folder, or at an address. */
interface LogSource {

    String note();

    Optional<String> key();

    Tiles tiles();

    static LogSource of(String place) {
        return place.matches("https?://.*") ? new AtAddress(place.replaceFirst("/+$", "")) : inFolder(Path.of(place));
    }

    private static LogSource inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AskedWrongly("there is no folder " + folder);
        }
        PublishedLog log = new PublishedLog(folder);
        return new LogSource() {
            @Override
            public String note() {
                return log.note().orElseThrow(() -> new AskedWrongly("there is no checkpoint in " + folder));
            }

            @Override
            public Optional<String> key() {
                return log.key();
            }

            @Override
            public Tiles tiles() {
                return log.tiles();
            }
        };
    }

    /** Over HTTP, as C2SP {@code tlog-tiles} says. */
    final class AtAddress implements LogSource {
        private static final Duration LONGEST = Duration.ofSeconds(30);
        private final HttpClient client =
                HttpClient.newBuilder().connectTimeout(LONGEST).build();
        private final String address;

        AtAddress(String address) {
            this.address = address;
        }

        @Override
        public String note() {
            return text("checkpoint").orElseThrow(() -> new AskedWrongly("there is no checkpoint at " + address));
        }

        @Override
        public Optional<String> key() {
            return text("key");
        }

        @Override
        public Tiles tiles() {
            return tile -> get(tile.path()).filter(content -> tile.fits(content.length));
        }

        private Optional<String> text(String name) {
            return get(name).map(content -> new String(content, StandardCharsets.UTF_8));
        }

        private Optional<byte[]> get(String path) {
            try {
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(URI.create(address + "/" + path))
                                .timeout(LONGEST)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(address + " does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
