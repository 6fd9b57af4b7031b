package org.zhengtong.ground.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.zhengtong.ground.start.CannotStart;

/**
 * The data folder of the PostgreSQL inside, for one program at a time. The operating system gives the lock back
 * however the program ends, so a lock that is free and a server that runs means: the program was killed and its
 * server was left behind.
 */
final class DataFolder implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * A process number no system gives. After a restart of the machine the noted number may be that of any program, and
     * PostgreSQL would not start. The note itself stays: by its other lines PostgreSQL makes sure that no session of
     * the old server is left.
     */
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /** @throws CannotStart when another program has it; two of them would destroy each other's work */
    static DataFolder take(Path folder) throws IOException {
        FileChannel lock = FileChannel.open(
                folder.resolveSibling(folder.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() == null) {
                throw inUse(folder);
            }
            stopServerLeftBehind(folder);
            return new DataFolder(lock);
        } catch (OverlappingFileLockException sameProgram) {
            lock.close();
            throw inUse(folder);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static CannotStart inUse(Path folder) {
        return new CannotStart(
                "Another Zhengtong is running on the data folder " + folder + ".",
                "Stop that one first, or start this one with another --data folder.");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void stopServerLeftBehind(Path folder) throws IOException {
        Path note = folder.resolve("postmaster.pid");
        if (Files.notExists(note)) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(note));
        if (lines.isEmpty()) {
            // the power failed while it was written; PostgreSQL would wait for somebody to remove it
            Files.delete(note);
            return;
        }
        Optional<ProcessHandle> noted =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        noted.filter(process -> isServerOf(folder, process)).ifPresent(DataFolder::stop);
        if (noted.isPresent() && Files.exists(note)) {
            lines.set(0, NOBODY);
            Files.write(note, lines);
        }
    }

    private static boolean isServerOf(Path folder, ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(folder.toString()))
                .isPresent();
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        if (!ended(server)) {
            server.destroyForcibly();
            ended(server);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException still) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
