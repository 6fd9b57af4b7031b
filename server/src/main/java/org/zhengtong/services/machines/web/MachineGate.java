package org.zhengtong.services.machines.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.queue.KioskPlace;

/**
 * Stands before the pages of a machine of a hall. Who signed in there files, books, follows and prints; their account, their
 * data and everything that is downloaded or uploaded wait for a device of their own.
 */
@Component
class MachineGate implements HandlerInterceptor {
    private static final String MINE = "/kiosk/mine";
    private static final String START = "/kiosk";

    private static final List<PathPattern> ALLOWED = patterns(
            "/kiosk/**",
            "/drafts/**",
            "/items/{code}/start",
            "/my/cases/**",
            "/my/joint/**",
            "/my/licences/**",
            "/my/appointments/**",
            "/halls/{hall}/appointments/**",
            "/tickets/**",
            "/ratings/**",
            "/progress",
            "/preferences");

    private static final PathPattern BY_NUMBER = PathPatternParser.defaultInstance.parse("/kiosk/sign-in/number/**");

    /** Nobody signs in at a machine but by its own pages: whoever did would stay signed in for the next person. */
    private static final Set<String> WAYS_IN = Set.of("sign-in", "sign-out", "register", "recovery");

    /** Parts of addresses that are downloaded, or where something is handed in from a device of one's own; zt.css hides their links. */
    private static final Set<String> OWN_DEVICE = Set.of(
            "pdf",
            "ofd",
            "calendar.ics",
            "files",
            "pictures",
            "documents",
            "proofs",
            "copies",
            "correction",
            "promised");

    private static final PathPattern MATERIAL =
            PathPatternParser.defaultInstance.parse("/drafts/{id}/materials/{material}");

    private final Catalogue catalogue;
    private final KioskPlace place;
    private final Sessions sessions;

    MachineGate(Catalogue catalogue, KioskPlace place, Sessions sessions) {
        this.place = place;
        this.sessions = sessions;
        this.catalogue = catalogue;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        List<String> segments = segments(path);
        boolean connected = place.hall(request).isPresent();
        if (connected) {
            SharedScreen.isConnected(request);
        }
        if (BY_NUMBER.matches(path)) {
            return connected || sendTo("/kiosk/numbers", response);
        }
        boolean signedIn = SharedScreen.of(request).signedIn() || isByNumber(request);
        if ((connected || signedIn) && WAYS_IN.contains(segments.getFirst())) {
            return sendTo(START, response);
        }
        return !signedIn || lets(request, response, path, segments);
    }

    /** A session that began by identity number is the machine's, whatever the browser says of itself. */
    private boolean isByNumber(HttpServletRequest request) {
        return SessionToken.of(request)
                .flatMap(sessions::find)
                .filter(one -> one.proof().way() == SignInWay.TELEPHONE)
                .isPresent();
    }

    private boolean lets(
            HttpServletRequest request, HttpServletResponse response, PathContainer path, List<String> segments) {
        boolean hands = MATERIAL.matches(path) && !"GET".equals(request.getMethod());
        if (hands || segments.stream().anyMatch(OWN_DEVICE::contains)) {
            return sendTo(MINE + "?elsewhere", response);
        }
        if (ALLOWED.stream().noneMatch(one -> one.matches(path))) {
            return sendTo(MINE, response);
        }
        if (segments.getFirst().equals("items") && !isForMachines(segments.get(1))) {
            return sendTo("/kiosk/items/" + segments.get(1), response);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return true;
    }

    /** As they are mapped: what is written with percent signs is what it means. */
    private static List<String> segments(PathContainer path) {
        List<String> segments = path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(PathContainer.PathSegment.class::cast)
                .map(PathContainer.PathSegment::valueToMatch)
                .toList();
        return segments.isEmpty() ? List.of("") : segments;
    }

    private boolean isForMachines(String code) {
        return ItemCode.parse(code)
                .flatMap(catalogue::item)
                .filter(ServiceItem::kiosk)
                .isPresent();
    }

    private static boolean sendTo(String address, HttpServletResponse response) {
        response.setHeader(HttpHeaders.LOCATION, address);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        return false;
    }

    private static List<PathPattern> patterns(String... written) {
        return List.of(written).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
