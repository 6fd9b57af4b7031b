package org.zhengtong.bench;

import java.util.List;

/** What the JVM holds of the machine's memory when the demo city has been used. */
final class MemoryMeasure implements Measure {
    private static final int ROUNDS = 12;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city()) {
            double atStart = program.residentMegabytes();
            try (Caller caller = program.caller()) {
                Visits visits = Visits.of(caller);
                for (int round = 0; round < ROUNDS; round++) {
                    for (String path : visits.all()) {
                        visits.go(caller, path);
                    }
                }
            }
            return List.of(Figure.atMost(
                    "memory",
                    700,
                    program.residentMegabytes(),
                    atStart,
                    "memory: megabytes of the JVM resident after " + ROUNDS
                            + " rounds of pages and searches; reference: the same right after the start"));
        }
    }
}
