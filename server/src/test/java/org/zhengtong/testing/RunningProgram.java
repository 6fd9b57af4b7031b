package org.zhengtong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.zhengtong.Zhengtong;

/** The program as a process of its own, with the database in it, so that it can be killed. */
public final class RunningProgram implements AutoCloseable {
    private static final Pattern OPEN = Pattern.compile("is open at http://localhost:(\\d+)");
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private final Process process;
    private final Path data;
    private final int port;

    private RunningProgram(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** Returns when it is open for everybody. */
    public static RunningProgram start(Path data) throws IOException {
        Path log = Files.createTempFile("zt-running", ".log");
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Zhengtong.class.getName(),
                        "--spring.profiles.active=test",
                        "--server.port=0",
                        "--zhengtong.database.url=inside",
                        "--zhengtong.database.data-directory=" + data))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Awaitility.await("open, see " + log).atMost(LONGEST).until(() -> !process.isAlive() || port(log) > 0);
        if (!process.isAlive()) {
            throw new IllegalStateException("did not start:\n" + Files.readString(log));
        }
        return new RunningProgram(process, data, port(log));
    }

    public int port() {
        return port;
    }

    /** As when the power fails: {@code kill -9} for the JVM and every process of the database. */
    public void kill() {
        List<ProcessHandle> all = database();
        process.destroyForcibly().onExit().join();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** As when the system takes the memory back: the database is left behind without its program. */
    public void killWithoutDatabase() {
        process.destroyForcibly().onExit().join();
    }

    /** As Ctrl-C does. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** The processes of its database, the first one first; none when it is not running. */
    public List<ProcessHandle> database() {
        Path note = data.resolve("postgres").resolve("postmaster.pid");
        try {
            Optional<ProcessHandle> first = Files.exists(note)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst()))
                    : Optional.empty();
            return first.stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static int port(Path log) throws IOException {
        Matcher open = OPEN.matcher(Files.readString(log));
        return open.find() ? Integer.parseInt(open.group(1)) : 0;
    }
}
