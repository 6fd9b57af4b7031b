package org.zhengtong.bench;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.Zhengtong;

/** What leaves, tree and checkpoints cost: filing with and without them, in turns. */
final class AuditMeasure implements Measure {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 6;
    private static final int ROUNDS = 6;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (LargeCity.Inside inside =
                workshop.cityInside("audited-city").inside(Zhengtong.class, SwitchedAuditLog.class)) {
            SwitchedAuditLog log = inside.context().getBean(SwitchedAuditLog.class);
            List<Clients.Client> applicants = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                applicants.add(Applicant.register(new Caller(inside.port()), i)::file);
            }
            Clients clients = new Clients("filing", applicants);
            clients.warmUp(workshop);
            long with = 0;
            long without = 0;
            for (int round = 0; round < ROUNDS; round++) {
                log.write(true);
                with += clients.work(SECONDS);
                log.write(false);
                without += clients.work(SECONDS);
            }
            double seconds = ROUNDS * SECONDS;
            return List.of(Figure.partOf(
                    "audit",
                    0.90,
                    with / seconds,
                    without / seconds,
                    "audit: cases filed a second with " + CLIENTS + " clients, with leaves, tree and checkpoints;"
                            + " reference: without any leaf, in turns; the goal is the least ratio"));
        }
    }
}
