package org.zhengtong.voice.evaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.KioskPlace;
import org.zhengtong.services.systems.Evaluation.Level;
import org.zhengtong.voice.evaluation.Evaluations;
import org.zhengtong.voice.evaluation.Rating.Channel;

/** Rating at a machine of the hall: who was served lately touches their number. */
@Controller
@RequestMapping("/kiosk/rating")
class KioskRating {
    private static final int SECONDS = 60;
    private static final int SECONDS_THANKS = 8;

    private final Evaluations evaluations;
    private final KioskPlace place;

    KioskRating(Evaluations evaluations, KioskPlace place) {
        this.evaluations = evaluations;
        this.place = place;
    }

    @ModelAttribute
    void leaveNoTrace(HttpServletResponse answer) {
        SharedScreen.leaveNoTrace(SECONDS, answer);
    }

    @GetMapping
    String numbers(HttpServletRequest request, Model model) {
        List<Evaluations.Invitation> lately =
                place.hall(request).map(Hall::id).map(evaluations::lately).orElse(List.of());
        model.addAttribute("view", new KioskRatingView.Numbers(lately));
        return "voice/evaluation/kiosk";
    }

    @GetMapping("/{ticket}")
    String ask(
            @PathVariable("ticket") UUID ticket,
            @RequestParam(defaultValue = "0") int stars,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "view",
                new KioskRatingView.Asks(RatingView.of(
                        invited(ticket, request),
                        Level.ofStars(stars),
                        evaluations,
                        "/kiosk/rating/" + ticket,
                        false)));
        return "voice/evaluation/kiosk";
    }

    @PostMapping("/{ticket}")
    String rate(
            @PathVariable("ticket") UUID ticket,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(defaultValue = "") List<Integer> reasons,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Level> level = Level.ofStars(stars);
        if (level.isEmpty()) {
            return "redirect:/kiosk/rating/" + ticket;
        }
        invited(ticket, request);
        String receipt = RatingPages.receipt(evaluations.rate(ticket, level.get(), reasons, Channel.KIOSK));
        response.setHeader("Refresh", SECONDS_THANKS + ";url=/kiosk");
        model.addAttribute("view", new KioskRatingView.Thanks(receipt));
        return "voice/evaluation/kiosk";
    }

    /** Of the hall the machine stands in. */
    private Evaluations.Invitation invited(UUID ticket, HttpServletRequest request) {
        return place.hall(request).map(Hall::id).map(evaluations::lately).orElse(List.of()).stream()
                .filter(one -> one.ticket().equals(ticket))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("evaluation.not-invited"));
    }
}
