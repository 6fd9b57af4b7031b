package org.zhengtong.services.queue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.ground.web.Problem;

/** How a tablet's browser keeps its key. */
public final class TabletKey {
    private static final String COOKIE = "zt_tablet";
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private TabletKey() {}

    public static void keep(String key, HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.keep(COOKIE, key, REMEMBERED, request, response);
    }

    /**
     * Where the tablet that asks lies.
     *
     * @throws Problem 404 for any other browser
     */
    public static Tablets.Place place(HttpServletRequest request, Tablets tablets) {
        return HouseCookie.read(COOKIE, request)
                .flatMap(tablets::place)
                .orElseThrow(() -> Problem.notFound("queue.unknown-tablet"));
    }
}
