package org.zhengtong.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * Where measures are taken: programs started as {@code ./zt run} starts them, in folders of their own. Whatever was
 * started is stopped and every folder cleared, also after Ctrl-C.
 */
final class Workshop implements AutoCloseable {
    private final Path home = home();
    private final Path folder;
    private final PrintStream out;
    private final Deque<Program> programs = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::clear);
    private boolean seeded;

    Workshop(PrintStream out) {
        this.out = out;
        try {
            this.folder = Files.createTempDirectory("zt-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** The demo city, made once and kept from measure to measure. Close the program after use. */
    Program city() throws IOException, InterruptedException {
        if (!seeded) {
            try (Program first = start("city")) {
                first.awaitQuiet();
            }
            seeded = true;
        }
        return start("city");
    }

    /** The first start of the demo city, when no measure has needed it yet; else of another. Close it after use. */
    Program firstCity() throws IOException, InterruptedException {
        String name = seeded ? "another-city" : "city";
        seeded = true;
        return start(name);
    }

    /** A city with ten thousand items, kept from measure to measure; to be opened by one at a time. */
    LargeCity largeCity() {
        return new LargeCity(folder.resolve("large-city"), () -> start("large-city"));
    }

    /** A city with millions of cases, kept from measure to measure; to be opened by one at a time. */
    LargeCity cityOfCases() {
        return new LargeCity(folder.resolve("city-of-cases"), () -> start("city-of-cases"));
    }

    /** A city whose program runs inside this JVM, for one measure. */
    LargeCity cityInside(String name) {
        return new LargeCity(folder.resolve(name), () -> start(name));
    }

    private Program start(String name) throws IOException, InterruptedException {
        Program program = Program.start(home.resolve("zt"), folder.resolve(name));
        programs.push(program);
        return program;
    }

    /** A new empty folder, cleared in the end. */
    Path scratch(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** Tells what is going on; not a result. */
    void say(String what) {
        out.println("# " + what);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        clear();
    }

    private void clear() {
        programs.forEach(Program::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The work tree these classes were built in. */
    private static Path home() {
        try {
            Path place = Path.of(Workshop.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Stream.iterate(place, Path::getParent)
                    .takeWhile(folder -> folder != null)
                    .filter(folder -> Files.isExecutable(folder.resolve("zt")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no zt above " + place));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
