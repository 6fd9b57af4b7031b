package org.zhengtong.services.machines.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * Stands before the pages of somebody who signed in at a machine of a hall. They file, book, follow and print there; their
 * account, their data and everything that is downloaded or uploaded wait for a device of their own.
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

    /** Parts of addresses that are downloaded, or where something is handed in from a device of one's own. */
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

    MachineGate(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod) || !SharedScreen.of(request).used()) {
            return true;
        }
        String path = request.getRequestURI();
        boolean reads = "GET".equals(request.getMethod());
        if ((path.equals("/sign-in") && reads) || path.equals("/sign-out")) {
            return sendTo(START, response);
        }
        if (path.startsWith("/sign-in") || path.startsWith("/error")) {
            return true;
        }
        PathContainer parsed = PathContainer.parsePath(path);
        if (Arrays.stream(path.split("/")).anyMatch(OWN_DEVICE::contains) || (MATERIAL.matches(parsed) && !reads)) {
            return sendTo(MINE + "?elsewhere", response);
        }
        if (ALLOWED.stream().noneMatch(one -> one.matches(parsed))) {
            return sendTo(MINE, response);
        }
        if (path.endsWith("/start") && !isForMachines(path)) {
            return sendTo("/kiosk" + path.replaceFirst("/start$", ""), response);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return true;
    }

    private boolean isForMachines(String path) {
        return ItemCode.parse(path.split("/")[2])
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
