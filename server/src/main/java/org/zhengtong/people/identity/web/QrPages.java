package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.people.identity.QrSignIns;
import org.zhengtong.people.identity.SharedMachine;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignedIn;

/** Signing in on a screen by a telephone: the waiting screen, and what the telephone shows. */
@Controller
class QrPages implements SharedMachine.Traces {
    private static final String SCREEN = "zt_screen";
    private static final Duration KEPT = Duration.ofMinutes(3);
    private static final int SECONDS = 3;
    private final QrSignIns screens;
    private final SiteOfRequest sites;
    private final Landing landing;
    private final SharedMachine shared;

    QrPages(QrSignIns screens, SiteOfRequest sites, Landing landing, SharedMachine shared) {
        this.shared = shared;
        this.screens = screens;
        this.sites = sites;
        this.landing = landing;
    }

    @Override
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.forget(SCREEN, request, response);
    }

    /** Which screen waits. */
    private enum Screen {
        OWN("/sign-in/qr", "people/identity/qr"),
        /** The machine of a hall: the next person is another. */
        KIOSK("/kiosk/sign-in", "people/identity/kioskqr");

        private final String address;
        private final String template;

        Screen(String address, String template) {
            this.address = address;
            this.template = template;
        }
    }

    @PostMapping("/sign-in/qr")
    String begin(HttpServletRequest request, HttpServletResponse response) {
        return begin(Screen.OWN, request, response);
    }

    @PostMapping("/kiosk/sign-in")
    String beginAtKiosk(HttpServletRequest request, HttpServletResponse response) {
        return begin(Screen.KIOSK, request, response);
    }

    /** Asks again every few seconds, by itself and without JavaScript, as long as it waits. */
    @GetMapping("/sign-in/qr")
    String screen(HttpServletRequest request, HttpServletResponse response, Model model) {
        return screen(Screen.OWN, request, response, model);
    }

    @GetMapping("/kiosk/sign-in")
    String kiosk(
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!next.isEmpty()) {
            shared.wanted(next, request, response);
            return "redirect:/kiosk/sign-in";
        }
        response.setHeader("Refresh", KEPT.toSeconds() + ";url=/kiosk");
        return screen(Screen.KIOSK, request, response, model);
    }

    private String begin(Screen at, HttpServletRequest request, HttpServletResponse response) {
        QrSignIns.Begun begun = screens.begin(place(at, request));
        HouseCookie.keep(SCREEN, begun.asks() + "." + begun.waits(), KEPT, request, response);
        return "redirect:" + at.address;
    }

    private String screen(Screen at, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        String[] tokens = HouseCookie.read(SCREEN, request).orElse("").split("\\.", 2);
        if (tokens.length < 2) {
            return page(at, new QrView.Idle("identity.qr.lead"), model);
        }
        return switch (screens.standing(tokens[0], tokens[1], place(at, request))) {
            case QrSignIns.Standing.Waiting waiting -> {
                response.setHeader("Refresh", Integer.toString(SECONDS));
                String address = sites.link("/my/screens/" + waiting.asks(), request);
                yield page(at, new QrView.Waiting(QrCode.of(address).address(), waiting.number()), model);
            }
            case QrSignIns.Standing.Refused _ -> page(at, new QrView.Idle("identity.qr.refused"), model);
            case QrSignIns.Standing.Over _ -> page(at, new QrView.Idle("identity.qr.over"), model);
            case QrSignIns.Standing.Opened(var session) -> {
                landing.leave(request);
                HouseCookie.forget(SCREEN, request, response);
                KnownDevice.welcome(session, request, response);
                if (at == Screen.KIOSK) {
                    yield "redirect:" + shared.begun(session.who(), request, response);
                }
                yield "redirect:" + landing.onwards(session.who(), "", request);
            }
        };
    }

    private SignInPlace place(Screen at, HttpServletRequest request) {
        return switch (at) {
            case OWN -> KnownDevice.place(request);
            case KIOSK -> SignInPlace.ofMachine(request.getRemoteAddr());
        };
    }

    @GetMapping("/my/screens/{asks}")
    String asked(SignedIn me, @PathVariable String asks, Model model) {
        model.addAttribute("view", screens.asked(asks).map(asked -> new ScreenView(asks, asked)));
        return "people/identity/screen";
    }

    @PostMapping("/my/screens/{asks}")
    String answer(
            SignedIn me,
            @PathVariable String asks,
            @RequestParam(defaultValue = "false") boolean approve,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> own = HouseCookie.read(SCREEN, request)
                .map(value -> value.split("\\.", 2))
                .filter(tokens -> tokens.length == 2)
                .map(tokens -> tokens[1]);
        boolean done = approve ? screens.approve(me, asks, own) : screens.refuse(me, asks);
        if (!done) {
            throw new Problem(HttpStatus.CONFLICT.value(), "screen-over");
        }
        model.addAttribute("approved", approve);
        return "people/identity/screen-answered";
    }

    private static String page(Screen at, QrView view, Model model) {
        model.addAttribute("view", view);
        return at.template;
    }
}
