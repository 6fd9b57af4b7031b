package org.zhengtong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** How long a call takes to reach two thousand screens, and what they cost in memory. */
final class ScreensMeasure implements Measure {
    private static final String HALL = "citizen-centre";
    private static final int SCREENS = 2_000;
    private static final int CALLS = 20;
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public String name() {
        return "screens";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city();
                Caller caller = program.caller()) {
            String clerk = Staff.signIn(program).clerk();
            String page =
                    caller.send("GET", "/desk/queue", Staff.session(clerk), "").body();
            String window = page.replaceAll(
                    "(?s).*name=\"hall\" value=\"" + HALL + "\".*?name=\"window\" value=\"([0-9]+)\".*", "$1");
            String csrf = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            Desk desk = new Desk(caller, clerk, csrf);
            desk.post("place", "hall=" + HALL + "&window=" + window);
            people(program, group(caller), 3 * CALLS);
            double one;
            try (OpenScreens screen = new OpenScreens(program.port(), HALL, 1)) {
                one = slowest(screen, desk, 1);
            }
            program.awaitQuiet();
            double before = program.residentMegabytes();
            try (OpenScreens screens = new OpenScreens(program.port(), HALL, SCREENS)) {
                double all = slowest(screens, desk, SCREENS);
                double memory = program.residentMegabytes() - before;
                workshop.say("screens: %.0f MB more with %d streams (goal 300)".formatted(memory, SCREENS));
                return List.of(
                        Figure.atMost(
                                "screens",
                                1,
                                all,
                                one,
                                "screens: seconds from the clerk's key until the last of %d streams has the call, the slowest of %d calls; reference: with one stream"
                                        .formatted(SCREENS, CALLS)),
                        Figure.atMost(
                                "screens-memory",
                                300,
                                memory,
                                before,
                                "screens-memory: megabytes resident more with %d streams and %d calls; reference: without them"
                                        .formatted(SCREENS, CALLS)));
            }
        }
    }

    private static double slowest(OpenScreens screens, Desk desk, int count) throws Exception {
        double slowest = 0;
        for (int call = 0; call < CALLS; call++) {
            slowest = Math.max(slowest, screens.call(() -> desk.post("next", ""), count));
            desk.post("start", "");
        }
        return slowest;
    }

    /** A clerk at a window. */
    private record Desk(Caller caller, String session, String csrf) {
        void post(String what, String values) throws IOException {
            Caller.Answer answer = caller.send(
                    "POST",
                    "/desk/queue/" + what,
                    Map.of("Cookie", "zt_session=" + session + "; zt_csrf=" + csrf),
                    FORM,
                    ("_csrf=" + csrf + "&" + values).getBytes(StandardCharsets.US_ASCII));
            if (answer.status() != 302) {
                throw new IllegalStateException(what + " answered " + answer.status());
            }
        }
    }

    /** The group that has the one open window. */
    private static String group(Caller caller) throws IOException {
        String line = caller.get("/api/v1/halls/" + HALL + "/waiting").body();
        return line.replaceAll("(?s).*\"group\":\"([^\"]+)\"[^}]*\"windows\":1.*", "$1");
    }

    /** Written as rows, so that the measure runs at any hour. */
    private static void people(Program program, String group, int count) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(program.database().url());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into queue.ticket (id, hall, day, number, business_group, party, priority, origin, state, turn,
                        taken_at)
                    select gen_random_uuid(), '%s', (now() at time zone 'Asia/Shanghai')::date, 'S' || number, '%s',
                           gen_random_uuid(), 'NONE', 'KIOSK', 'WAITING', now(), now()
                      from generate_series(1, %d) as number
                    """.formatted(HALL, group, count));
        }
    }
}
