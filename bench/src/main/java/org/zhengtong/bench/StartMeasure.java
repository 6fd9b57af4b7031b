package org.zhengtong.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.zhengtong.ground.database.EmbeddedDatabase;

/** From {@code ./zt run} of a built tree to the first answer of the home page. */
final class StartMeasure implements Measure {
    private static final int LATER_STARTS = 3;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        Path bare = workshop.scratch("bare-postgres").resolve("postgres");
        double firstBare = seconds(databaseAlone(bare));
        double laterBare = seconds(databaseAlone(bare));
        double first;
        try (Program program = workshop.firstCity()) {
            first = seconds(program.startedIn());
            program.awaitQuiet();
        }
        List<Double> later = new ArrayList<>();
        for (int i = 0; i < LATER_STARTS; i++) {
            try (Program program = workshop.city()) {
                later.add(seconds(program.startedIn()));
            }
        }
        Collections.sort(later);
        return List.of(
                Figure.atMost(
                        "start-first",
                        40,
                        first,
                        firstBare,
                        "start-first: seconds until the home page is answered, all data made anew; reference: the"
                                + " PostgreSQL inside unpacked, initialised and started alone"),
                Figure.atMost(
                        "start",
                        12,
                        later.get(LATER_STARTS / 2),
                        laterBare,
                        "start: seconds until the home page is answered, data there (middle of " + LATER_STARTS
                                + "); reference: the PostgreSQL inside started alone"));
    }

    private static Duration databaseAlone(Path folder) {
        long before = System.nanoTime();
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        database.close();
        return took;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
