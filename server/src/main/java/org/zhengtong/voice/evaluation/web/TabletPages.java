package org.zhengtong.voice.evaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.TabletKey;
import org.zhengtong.services.queue.Tablets;
import org.zhengtong.services.signing.Signings;
import org.zhengtong.services.systems.Evaluation.Level;
import org.zhengtong.voice.evaluation.Evaluations;
import org.zhengtong.voice.evaluation.Rating.Channel;

/** The tablet at a window: shows whose turn it is, goes to what is to be signed, and asks who was served how it was. */
@Controller
class TabletPages {
    private static final int SECONDS_IDLE = 4;
    private static final int SECONDS_ASKING = 60;
    private static final int SECONDS_THANKS = 8;

    private final Tablets tablets;
    private final Signings signings;
    private final Evaluations evaluations;
    private final Boards boards;
    private final WebSettings settings;

    TabletPages(Tablets tablets, Signings signings, Evaluations evaluations, Boards boards, WebSettings settings) {
        this.tablets = tablets;
        this.signings = signings;
        this.evaluations = evaluations;
        this.boards = boards;
        this.settings = settings;
    }

    @GetMapping("/tablet")
    String tablet(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int stars,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (!key.isEmpty()) {
            if (tablets.place(key).isEmpty()) {
                throw Problem.notFound("queue.unknown-tablet");
            }
            TabletKey.keep(key, request, response);
            return "redirect:/tablet";
        }
        Tablets.Place place = TabletKey.place(request, tablets);
        if (signings.askedAt(place).isPresent()) {
            return "redirect:/tablet/signing";
        }
        Optional<Evaluations.Invitation> asked = evaluations.justServed(place.hall(), place.window());
        if (asked.isPresent()) {
            response.setHeader("Refresh", SECONDS_ASKING + ";url=/tablet");
            model.addAttribute("view", RatingView.of(asked.get(), Level.ofStars(stars), evaluations, "/tablet", true));
            return "voice/evaluation/rating";
        }
        response.setHeader("Refresh", Integer.toString(SECONDS_IDLE));
        model.addAttribute("view", new TabletView(place.window(), number(place)));
        return "voice/evaluation/tablet";
    }

    private Optional<String> number(Tablets.Place place) {
        return boards.board(place.hall()).stream()
                .flatMap(board -> board.places().stream())
                .filter(one -> one.window() == place.window())
                .map(Board.Place::number)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @PostMapping("/tablet")
    String rate(
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(defaultValue = "") List<Integer> reasons,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Tablets.Place place = TabletKey.place(request, tablets);
        Optional<Level> level = Level.ofStars(stars);
        Optional<Evaluations.Invitation> asked = evaluations.justServed(place.hall(), place.window());
        if (level.isEmpty() || asked.isEmpty()) {
            return "redirect:/tablet";
        }
        String receipt =
                RatingPages.receipt(evaluations.rate(asked.get().ticket(), level.get(), reasons, Channel.TABLET));
        response.setHeader("Refresh", SECONDS_THANKS + ";url=/tablet");
        model.addAttribute(
                "view",
                new ThanksView(
                        receipt,
                        QrCode.of(settings.publicAddress() + "/ratings/" + receipt)
                                .address()));
        return "voice/evaluation/thanks";
    }
}
