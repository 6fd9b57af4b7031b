package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignInPlace;

/** What a browser brings along from sign-in to sign-in. */
final class KnownDevice {
    private static final String DEVICE = "zt_device";
    private static final Duration KEPT = Duration.ofDays(180);

    private KnownDevice() {}

    static SignInPlace place(HttpServletRequest request) {
        return new SignInPlace(request.getRemoteAddr(), Devices.of(request), HouseCookie.read(DEVICE, request));
    }

    /** The browser is signed in, and known from now on unless others use it next. */
    static void welcome(SignInAnswer.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        opened.token().set(request, response);
        HouseCookie.forget(SharedScreen.SESSION, request, response);
        if (!opened.device().isEmpty()) {
            HouseCookie.keep(DEVICE, opened.device(), KEPT, request, response);
        }
    }
}
