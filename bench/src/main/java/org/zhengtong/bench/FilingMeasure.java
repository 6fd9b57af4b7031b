package org.zhengtong.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Filing cases by API beside pgbench sending the same statements to the same server, in turns. A look at how many
 * transactions a case costs either side tells when the statements are no longer the same.
 */
final class FilingMeasure implements Measure {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 6;
    private static final int ROUNDS = 4;

    private static final int SLICE_SECONDS = 8;
    private static final int MOST_SLICES = 20;
    private static final double NOTABLY = 1.02;

    @Override
    public String name() {
        return "filing";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city();
                Records records = new Records(program.databasePort())) {
            List<Applicant> applicants = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                applicants.add(Applicant.register(program, i));
            }
            PgBench pgBench = new PgBench(
                    workshop.scratch("pgbench"),
                    program.databasePort(),
                    CLIENTS,
                    records.aFiling(firstCase(applicants)));
            compareStatements(workshop, records, applicants, pgBench);

            long ours = 0;
            long reference = 0;
            for (int round = 0; round < ROUNDS; round++) {
                ours += api(applicants, SECONDS);
                reference += pgBench.run(SECONDS);
            }
            double seconds = ROUNDS * SECONDS;
            return List.of(Figure.partOf(
                    "filing",
                    0.40,
                    ours / seconds,
                    reference / seconds,
                    "filing: cases a second with " + CLIENTS + " clients; reference: pgbench with the same statements,"
                            + " connections and server, in turns; the goal is the least ratio"));
        }
    }

    /** Warms up both sides, and sees to it that a case costs them the same number of transactions. */
    private static void compareStatements(
            Workshop workshop, Records records, List<Applicant> applicants, PgBench pgBench) throws Exception {
        long start = records.transactions();
        double byApi = warmUp(workshop, applicants);
        long between = records.transactions();
        double byPgBench = pgBench.run(SECONDS);
        double ours = (between - start) / byApi;
        double reference = (records.transactions() - between) / byPgBench;
        workshop.say("filing: transactions a case: %.2f by API, %.2f by pgbench".formatted(ours, reference));
        if (Math.abs(ours - reference) > 0.5) {
            throw new IllegalStateException("filing.sql is not what the program sends any more");
        }
    }

    /**
     * Files until that gets no faster. A server runs for months; in its first minute or two its compiler takes a good
     * part of two cores, which would be counted as the price of a case.
     *
     * @return the cases filed
     */
    private static long warmUp(Workshop workshop, List<Applicant> applicants) throws InterruptedException {
        long all = 0;
        long best = 0;
        int slices = 0;
        for (int noFaster = 0; noFaster < 3 && slices < MOST_SLICES; slices++) {
            long filed = api(applicants, SLICE_SECONDS);
            noFaster = filed > best * NOTABLY ? 0 : noFaster + 1;
            best = Math.max(best, filed);
            all += filed;
        }
        workshop.say("filing: warm after " + slices * SLICE_SECONDS + " s");
        return all;
    }

    private static UUID firstCase(List<Applicant> applicants) throws IOException {
        return applicants.getFirst().file();
    }

    /** @return the cases filed */
    private static long api(List<Applicant> applicants, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newFixedThreadPool(applicants.size())) {
            List<Future<Long>> running = applicants.stream()
                    .map(applicant -> threads.submit(() -> {
                        long filed = 0;
                        while (System.nanoTime() < end) {
                            applicant.file();
                            filed++;
                        }
                        return filed;
                    }))
                    .toList();
            long filed = 0;
            for (Future<Long> one : running) {
                filed += one.get();
            }
            return filed;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case was not filed", e.getCause());
        }
    }
}
