package org.zhengtong.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Filing cases by API beside pgbench sending the same statements to the same server, in turns. A look at how many
 * transactions a case costs either side tells when the statements are no longer the same. What listeners have not had yet at
 * the end of a turn is carried before the other side's begins, and the time it takes is the program's.
 */
final class FilingMeasure implements Measure {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 6;
    private static final int ROUNDS = 4;

    @Override
    public String name() {
        return "filing";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city();
                Records records = new Records(program.database())) {
            List<Applicant> applicants = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                applicants.add(Applicant.register(program, i));
            }
            Clients byApi = new Clients(
                    "filing",
                    applicants.stream()
                            .<Clients.Client>map(applicant -> applicant::file)
                            .toList());
            PgBench pgBench = new PgBench(
                    workshop.scratch("pgbench"),
                    program.database(),
                    CLIENTS,
                    "filing.sql",
                    records.aFiling(applicants.getFirst().file()));
            compareStatements(workshop, records, byApi, pgBench);

            long ours = 0;
            double seconds = ROUNDS * SECONDS;
            double ourSeconds = seconds;
            long reference = 0;
            for (int round = 0; round < ROUNDS; round++) {
                ours += byApi.work(SECONDS);
                ourSeconds += records.awaitDelivered();
                reference += pgBench.run(SECONDS);
            }
            return List.of(Figure.partOf(
                    "filing",
                    0.40,
                    ours / ourSeconds,
                    reference / seconds,
                    "filing: cases a second with " + CLIENTS + " clients; reference: pgbench with the same statements,"
                            + " connections and server, in turns; the goal is the least ratio"));
        }
    }

    /** Warms up both sides, and sees to it that a case costs them the same number of transactions. */
    private static void compareStatements(Workshop workshop, Records records, Clients byApi, PgBench pgBench)
            throws Exception {
        long start = records.transactions();
        double filedByApi = byApi.warmUp(workshop);
        records.awaitDelivered();
        long between = records.transactions();
        double filedByPgBench = pgBench.run(SECONDS);
        double ours = (between - start) / filedByApi;
        double reference = (records.transactions() - between) / filedByPgBench;
        workshop.say("filing: transactions a case: %.2f by API, %.2f by pgbench".formatted(ours, reference));
        if (Math.abs(ours - reference) > 0.5) {
            throw new IllegalStateException("filing.sql is not what the program sends any more");
        }
    }
}
