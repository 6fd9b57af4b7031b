package org.zhengtong.ground.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * The screen of a machine many people use one after the other, such as the kiosk of a hall.
 *
 * @param used whether somebody signed in at it: all pages are then shown in the machine's frame
 * @param low whether what is touched stands low, for who sits
 * @param bridge whether a bridge to a card reader and a printer runs beside its browser
 */
public record SharedScreen(boolean used, boolean low, boolean bridge) {
    public static final SharedScreen NONE = new SharedScreen(false, false, false);

    /** Holds the session that began at the machine. */
    public static final String SESSION = "zt_shared";

    private static final String LOW = "zt_low";
    private static final String BRIDGE = "zt_bridge";
    private static final Duration KEPT = Duration.ofDays(400);

    public static SharedScreen of(HttpServletRequest request) {
        return new SharedScreen(
                HouseCookie.read(SESSION, request).isPresent(),
                HouseCookie.read(LOW, request).isPresent(),
                HouseCookie.read(BRIDGE, request).isPresent());
    }

    /** Until the next person begins. */
    public static void show(boolean low, HttpServletRequest request, HttpServletResponse response) {
        if (low) {
            HouseCookie.set(LOW, "1", request, response);
        } else {
            HouseCookie.forget(LOW, request, response);
        }
    }

    /** From now on, whoever stands there. */
    public static void hasBridge(boolean bridge, HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.keep(BRIDGE, bridge ? "1" : "", bridge ? KEPT : Duration.ZERO, request, response);
    }
}
