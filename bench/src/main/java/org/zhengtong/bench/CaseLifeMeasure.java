package org.zhengtong.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Whole lives of cases by API beside the same life as a process of an engine on the same database, in turns: filed, accepted,
 * looked at by two persons, granted, with a licence, closed.
 */
final class CaseLifeMeasure implements Measure {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 8;
    private static final int ROUNDS = 4;
    private static final double GOAL = 8;

    @Override
    public String name() {
        return "case-life";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city();
                Records records = new Records(program.database())) {
            Residents residents = Residents.signIn(program, records);
            Staff staff = Staff.signIn(program);
            UUID first = new CaseByApi(program.caller(), residents, staff).lead(residents.next());
            try (ProcessEngineBeside beside =
                    ProcessEngineBeside.start(program.database(), new LicenceTable(records.licenceGrantedBy(first)))) {
                long start = records.transactions();
                Clients byEngine = new Clients(
                        "case-life by engine",
                        Collections.nCopies(CLIENTS, new ProcessLife(beside.engine(), residents)));
                double reference = byEngine.warmUp(workshop);
                long between = records.transactions();
                Clients byApi = byApi(program, residents, staff);
                double ours = byApi.warmUp(workshop);
                workshop.say("case-life: transactions a life: %.1f by API, %.1f by engine"
                        .formatted((records.transactions() - between) / ours, (between - start) / reference));
                return List.of(inTurns(byApi, byEngine));
            }
        }
    }

    /** Last before the turns: connections nobody uses for a minute are closed by the program. */
    private static Clients byApi(Program program, Residents residents, Staff staff) throws IOException {
        List<Clients.Client> leading = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            leading.add(new CaseByApi(program.caller(), residents, staff));
        }
        return new Clients("case-life by API", leading);
    }

    private static Figure inTurns(Clients byApi, Clients byEngine) throws InterruptedException {
        long ours = 0;
        long reference = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ours += byApi.work(SECONDS);
            reference += byEngine.work(SECONDS);
        }
        double seconds = ROUNDS * SECONDS;
        return Figure.partOf(
                "case-life",
                GOAL,
                ours / seconds,
                reference / seconds,
                "case-life: whole lives of a case a second with " + CLIENTS
                        + " clients, by API; reference: the same life"
                        + " as a process of Flowable on the same server, in turns; the goal is the least ratio");
    }
}
