package org.zhengtong.ground.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * The screen of a machine many people use one after the other, such as the kiosk of a hall.
 *
 * @param signedIn whether somebody signed in at it
 * @param framed whether the house's own pages are shown in the machine's frame: when somebody signed in, and when a page of
 *     the machine ends in a sentence about what went wrong
 * @param connected whether the staff connected the machine, and not only its browser says so
 * @param low whether what is touched stands low, for who sits
 * @param bridge whether a bridge to a card reader and a printer runs beside its browser
 */
public record SharedScreen(boolean signedIn, boolean framed, boolean connected, boolean low, boolean bridge) {
    public static final SharedScreen NONE = new SharedScreen(false, false, false, false, false);

    /** Holds the session that began at the machine. */
    public static final String SESSION = "zt_shared";

    private static final String LOW = "zt_low";
    private static final String BRIDGE = "zt_bridge";
    private static final String CONNECTED = SharedScreen.class.getName() + ".connected";
    private static final Duration KEPT = Duration.ofDays(400);

    public static SharedScreen of(HttpServletRequest request) {
        boolean signedIn = HouseCookie.read(SESSION, request).isPresent();
        return new SharedScreen(
                signedIn,
                signedIn || isOfMachine(request),
                request.getAttribute(CONNECTED) != null,
                HouseCookie.read(LOW, request).isPresent(),
                HouseCookie.read(BRIDGE, request).isPresent());
    }

    /** The key of the machine was looked at: it is one. */
    public static void isConnected(HttpServletRequest request) {
        request.setAttribute(CONNECTED, true);
    }

    private static boolean isOfMachine(HttpServletRequest request) {
        return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .orElse(request.getRequestURI())
                .startsWith("/kiosk/");
    }

    /** Nothing of a page stays, and by itself the machine is ready for the next person. */
    public static void leaveNoTrace(int seconds, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Refresh", seconds + ";url=/kiosk");
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
