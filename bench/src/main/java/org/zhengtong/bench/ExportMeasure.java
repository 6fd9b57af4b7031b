package org.zhengtong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How long a person with many cases waits for everything that is kept of them, as JSON and as PDF. */
final class ExportMeasure implements Measure {
    private static final int CASES = 200;
    private static final int TIMES = 5;
    private static final double GOAL = 10;
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public String name() {
        return "export";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city();
                Caller caller = program.caller()) {
            Applicant applicant = Applicant.register(caller, 899);
            for (int i = 0; i < CASES; i++) {
                applicant.file();
            }
            String token = applicant.token();
            String page =
                    caller.send("GET", "/my/data", Staff.session(token), "").body();
            String csrf = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            double list = slowest(() -> caller.send("GET", "/my/cases", Staff.session(token), ""));
            double json = slowest(() -> export(caller, token, csrf, ".json"));
            double pdf = slowest(() -> export(caller, token, csrf, ".pdf"));
            String meaning =
                    ": seconds of the slowest of %d for a person with %d cases; reference: the list of the cases"
                            .formatted(TIMES, CASES);
            return List.of(
                    Figure.atMost("export-json", GOAL, json, list, "export-json, all personal data as JSON" + meaning),
                    Figure.atMost("export-pdf", GOAL, pdf, list, "export-pdf, the same as PDF" + meaning));
        }
    }

    private static Caller.Answer export(Caller caller, String token, String csrf, String ending) throws IOException {
        return caller.send(
                "POST",
                "/my/data/export" + ending,
                Map.of("Cookie", "zt_session=" + token + "; zt_csrf=" + csrf),
                FORM,
                ("_csrf=" + csrf).getBytes(StandardCharsets.US_ASCII));
    }

    private interface Asking {
        Caller.Answer ask() throws IOException;
    }

    private static double slowest(Asking asking) throws IOException {
        double slowest = 0;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            Caller.Answer answer = asking.ask();
            if (answer.status() != 200) {
                throw new IllegalStateException("answered " + answer.status());
            }
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
        }
        return slowest;
    }
}
