package org.zhengtong.services.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.services.queue.TabletKey;
import org.zhengtong.services.queue.Tablets;
import org.zhengtong.services.signing.Signings;

/** What is to be signed, on the tablet of the window it is asked at and on no other; nothing of it stays there. */
@Controller
@RequestMapping("/tablet/signing")
class TabletSigningPages {
    private static final String HOME = "/tablet";
    private static final int SECONDS_DONE = 4;

    private final Signings signings;
    private final Tablets tablets;
    private final Clock clock;

    TabletSigningPages(Signings signings, Tablets tablets, Clock clock) {
        this.signings = signings;
        this.tablets = tablets;
        this.clock = clock;
    }

    @ModelAttribute
    void leaveNoTrace(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    @GetMapping
    String paper(HttpServletRequest request, HttpServletResponse response, Model model) {
        return shown(TabletKey.place(request, tablets), false, response, model);
    }

    private String shown(Tablets.Place place, boolean noName, HttpServletResponse response, Model model) {
        Optional<Signings.Asked> asked = signings.askedAt(place);
        if (asked.isEmpty()) {
            return "redirect:" + HOME;
        }
        Duration left = Duration.between(clock.instant(), asked.get().until());
        refresh(response, left.toSeconds() + 1);
        model.addAttribute("view", new TabletSigningView(asked.get(), noName));
        return "services/signing/tablet";
    }

    @PostMapping
    String sign(
            @RequestParam(required = false) Optional<UUID> id,
            @RequestParam(defaultValue = "") String strokes,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Tablets.Place place = TabletKey.place(request, tablets);
        return switch (id.map(one -> signings.sign(place, one, strokes)).orElse(Signings.Answer.GONE)) {
            case SIGNED -> done("signing.tablet.signed", response, model);
            case NO_NAME -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield shown(place, true, response, model);
            }
            case GONE -> "redirect:" + HOME;
        };
    }

    @PostMapping("/refusal")
    String decline(
            @RequestParam(required = false) Optional<UUID> id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Tablets.Place place = TabletKey.place(request, tablets);
        id.ifPresent(one -> signings.decline(place, one));
        return done("signing.tablet.declined", response, model);
    }

    private static String done(String words, HttpServletResponse response, Model model) {
        refresh(response, SECONDS_DONE);
        model.addAttribute("words", words);
        return "services/signing/done";
    }

    private static void refresh(HttpServletResponse response, long seconds) {
        response.setHeader("Refresh", seconds + ";url=" + HOME);
    }

    /** What is asked at the window now, so that a tablet shows it soon and no longer than that. */
    @GetMapping("/asked")
    ResponseEntity<String> asked(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .body(signings.askedAt(TabletKey.place(request, tablets))
                        .map(one -> one.id().toString())
                        .orElse(""));
    }
}
