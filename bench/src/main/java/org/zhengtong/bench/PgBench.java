package org.zhengtong.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load tool, sending a script. */
final class PgBench {
    private static final Pattern PROCESSED = Pattern.compile(
            "number of transactions actually processed: (\\d+)(?:.*?number of failed transactions: (\\d+))?",
            Pattern.DOTALL);

    private final Path script;
    private final InsideDatabase database;
    private final int clients;
    private final Map<String, String> values;
    private int runs;

    PgBench(Path folder, InsideDatabase database, int clients, String script, Map<String, String> values)
            throws IOException {
        this.script = folder.resolve(script);
        this.database = database;
        this.clients = clients;
        this.values = values;
        try (InputStream sql = Objects.requireNonNull(PgBench.class.getResourceAsStream(script))) {
            Files.copy(sql, this.script);
        }
    }

    /** @return how many times the script was run to its end */
    long run(int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--time=" + seconds,
                "--file=" + script,
                "--host=localhost",
                "--port=" + database.port(),
                "--username=postgres",
                "--define=n=0",
                "--define=run=" + ++runs));
        values.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.add("postgres");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSFILE", database.passwordFile().toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher processed = PROCESSED.matcher(said);
        if (process.waitFor() != 0
                || !processed.find()
                || (processed.group(2) != null && !processed.group(2).equals("0"))) {
            throw new IllegalStateException("pgbench did not run: " + said);
        }
        return Long.parseLong(processed.group(1));
    }

    private static String program() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .max(String::compareTo)
                    .orElse("pgbench");
        } catch (NoSuchFileException e) {
            return "pgbench";
        }
    }
}
