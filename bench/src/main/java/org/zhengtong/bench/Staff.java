package org.zhengtong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Those of the demo city's market regulation who lead a case, signed in with one click each.
 *
 * @param clerk token of who accepts
 * @param reviewer token of who reviews
 * @param decider token of who decides
 */
record Staff(String clerk, String reviewer, String decider) {
    private static final String PAGE = "/demo";

    /** For a page, which takes the token as a cookie. */
    static Map<String, String> session(String token) {
        return Map.of("Cookie", "zt_session=" + token);
    }

    static Staff signIn(Program program) throws IOException {
        try (Caller caller = program.caller()) {
            return new Staff(become(caller, "clerk"), become(caller, "reviewer"), become(caller, "decider"));
        }
    }

    private static String become(Caller caller, String persona) throws IOException {
        String csrf = cookie(caller.get(PAGE), "zt_csrf");
        return cookie(
                caller.send(
                        "POST",
                        PAGE,
                        Map.of("Cookie", "zt_csrf=" + csrf),
                        "application/x-www-form-urlencoded",
                        ("persona=" + persona + "&_csrf=" + csrf).getBytes(StandardCharsets.US_ASCII)),
                "zt_session");
    }

    private static String cookie(Caller.Answer answer, String name) {
        String set = answer.headers().getOrDefault("set-cookie", "");
        if (!set.startsWith(name + "=")) {
            throw new IllegalStateException("answered " + answer.status() + " without the cookie " + name);
        }
        return set.substring(name.length() + 1, set.indexOf(';'));
    }
}
