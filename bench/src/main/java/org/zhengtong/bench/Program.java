package org.zhengtong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The program, running as its own process as {@code ./zt run} starts it, with the demo city. */
final class Program implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final Path data;
    private final Path log;
    private Duration startedIn = Duration.ZERO;

    private Program(Process process, int port, Path data, Path log) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.log = log;
    }

    /** Returns when the home page is answered. */
    static Program start(Path zt, Path data) throws IOException, InterruptedException {
        int port = freePort();
        Files.createDirectories(data);
        Path log = data.resolve("bench.log");
        long before = System.nanoTime();
        ProcessBuilder command = new ProcessBuilder(
                        zt.toString(), "run", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment()
                .keySet()
                .removeAll(Set.of("ZT_DATABASE_URL", "ZT_DATABASE_OWNER_URL", "ZT_KEYSTORE_PASSWORD"));
        Process process = command.start();
        Program program = new Program(process, port, data, log);
        try {
            program.awaitHome(before);
            return program;
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    private void awaitHome(long before) throws IOException, InterruptedException {
        while (!answersHome()) {
            if (!process.isAlive() || System.nanoTime() - before > LONGEST_START.toNanos()) {
                List<String> lines = Files.readAllLines(log);
                throw new IllegalStateException("the program did not start:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())));
            }
            Thread.sleep(20);
        }
        startedIn = Duration.ofNanos(System.nanoTime() - before);
    }

    private boolean answersHome() {
        try (Caller caller = caller()) {
            return caller.get("/").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Until the events of the seeding are delivered and the processors idle: what runs then belongs to the start. */
    void awaitQuiet() throws InterruptedException {
        Instant latest = Instant.now().plus(Duration.ofMinutes(1));
        Duration before = processorTime();
        do {
            Thread.sleep(1000);
            Duration now = processorTime();
            if (now.minus(before).compareTo(Duration.ofMillis(100)) < 0) {
                return;
            }
            before = now;
        } while (Instant.now().isBefore(latest));
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** From the command to the first answer of the home page. */
    Duration startedIn() {
        return startedIn;
    }

    int port() {
        return port;
    }

    Caller caller() throws IOException {
        return new Caller(port);
    }

    /** @param from an address of this machine */
    Caller caller(InetAddress from) throws IOException {
        return new Caller(port, Optional.of(from));
    }

    /** What of the memory of the JVM is in the machine's, in megabytes; the database's processes are not in it. */
    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    InsideDatabase database() {
        return new InsideDatabase(data);
    }

    private Path postmaster() {
        return data.resolve("postgres/postmaster.pid");
    }

    @Override
    public void close() {
        Optional<ProcessHandle> database = databaseProcess();
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        database.filter(ProcessHandle::isAlive).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> databaseProcess() {
        if (!process.isAlive() || !Files.exists(postmaster())) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(postmaster()).getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
