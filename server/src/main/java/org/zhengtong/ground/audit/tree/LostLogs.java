package org.zhengtong.ground.audit.tree;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Logs whose end the database has lost. When an administrator accepts a loss, the log's folder is set aside, never
 * deleted, with who accepted it and why; the log that follows has a name of its own, because it does not continue the
 * lost one.
 */
public final class LostLogs {
    private static final String LOG = "log";
    private static final String LOST = "lost";
    private static final String WITNESSED = "witnessed";
    private static final String ACCEPTED = "accepted.properties";

    private final Path folder;

    /** @param folder {@code audit} below the data folder */
    public LostLogs(Path folder) {
        this.folder = folder;
    }

    /** @param number 1, 2, 3 … of those lost in this folder */
    public record Loss(int number, String note, String by, String reason, Instant at) {}

    public PublishedLog current() {
        return new PublishedLog(folder.resolve(LOG));
    }

    /** The name of a log that begins now. */
    public String origin(String wanted) {
        int lost = all().size();
        return lost == 0 ? wanted : wanted + "/" + (lost + 1);
    }

    public List<Loss> all() {
        return IntStream.iterate(1, number -> Files.exists(lost(number)), number -> number + 1)
                .mapToObj(this::read)
                .toList();
    }

    /** Where checkpoints that witnesses keep are put, or mounted. */
    public Path witnesses() {
        return folder.resolve(WITNESSED);
    }

    public List<String> witnessed() {
        if (Files.notExists(witnesses())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(witnesses())) {
            List<String> notes = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                notes.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException("what witnesses keep cannot be read in " + witnesses(), e);
        }
    }

    /** Sets the current log aside. */
    public Loss accept(String by, String reason, Instant at) {
        int number = all().size() + 1;
        try {
            Properties accepted = new Properties();
            accepted.setProperty("by", by);
            accepted.setProperty("reason", reason);
            accepted.setProperty("at", at.toString());
            StringWriter text = new StringWriter();
            accepted.store(text, null);
            TileFolder.replace(
                    folder.resolve(LOG).resolve(ACCEPTED), text.toString().getBytes(StandardCharsets.UTF_8));
            Files.createDirectories(folder.resolve(LOST));
            Files.move(folder.resolve(LOG), lost(number), StandardCopyOption.ATOMIC_MOVE);
            return read(number);
        } catch (IOException e) {
            throw new UncheckedIOException("the log below " + folder + " cannot be set aside", e);
        }
    }

    private Loss read(int number) {
        Properties accepted = new Properties();
        try (var text = Files.newBufferedReader(lost(number).resolve(ACCEPTED))) {
            accepted.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("it cannot be read who accepted the loss " + lost(number), e);
        }
        return new Loss(
                number,
                new PublishedLog(lost(number)).note().orElse(""),
                accepted.getProperty("by", ""),
                accepted.getProperty("reason", ""),
                Instant.parse(accepted.getProperty("at", "")));
    }

    private Path lost(int number) {
        return folder.resolve(LOST).resolve(Integer.toString(number));
    }
}
