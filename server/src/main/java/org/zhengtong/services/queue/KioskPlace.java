package org.zhengtong.services.queue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** Where the machine stands that asks: its browser keeps the key the staff connected it with. */
@Component
public class KioskPlace {
    private static final String COOKIE = "zt_kiosk";
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final Kiosks kiosks;
    private final Halls halls;

    KioskPlace(Kiosks kiosks, Halls halls) {
        this.kiosks = kiosks;
        this.halls = halls;
    }

    /** Empty for a browser that is no connected machine. */
    public Optional<Hall> hall(HttpServletRequest request) {
        return key(request).flatMap(kiosks::hall).flatMap(halls::hall);
    }

    public Optional<String> key(HttpServletRequest request) {
        return HouseCookie.read(COOKIE, request);
    }

    public void keep(String key, HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.keep(COOKIE, key, REMEMBERED, request, response);
    }
}
