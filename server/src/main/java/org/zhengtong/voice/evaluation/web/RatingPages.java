package org.zhengtong.voice.evaluation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.systems.Evaluation.Level;
import org.zhengtong.voice.evaluation.Evaluations;
import org.zhengtong.voice.evaluation.Rating;
import org.zhengtong.voice.evaluation.Rating.Channel;

/** Rating how one was served, on one's own telephone; and the receipt of it. */
@Controller
class RatingPages {
    private final Evaluations evaluations;

    RatingPages(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @GetMapping("/tickets/{ticket}/rating")
    String ask(@PathVariable("ticket") UUID ticket, @RequestParam(defaultValue = "0") int stars, Model model) {
        Optional<Rating> given = evaluations.ofTicket(ticket);
        if (given.isPresent()) {
            return "redirect:/ratings/" + given.get().receipt();
        }
        Evaluations.Invitation invited =
                evaluations.invitation(ticket).orElseThrow(() -> Problem.notFound("evaluation.not-invited"));
        model.addAttribute(
                "view",
                RatingView.of(invited, Level.ofStars(stars), evaluations, "/tickets/" + ticket + "/rating", false));
        return "voice/evaluation/rating";
    }

    @PostMapping("/tickets/{ticket}/rating")
    String rate(
            @PathVariable("ticket") UUID ticket,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(defaultValue = "") List<Integer> reasons,
            HttpServletResponse response,
            Model model) {
        Optional<Level> level = Level.ofStars(stars);
        if (level.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(ticket, 0, model);
        }
        return "redirect:/ratings/" + receipt(evaluations.rate(ticket, level.get(), reasons, Channel.WEB));
    }

    static String receipt(Evaluations.Answer answer) {
        return switch (answer) {
            case Evaluations.Answer.Given(Rating rating) -> rating.receipt();
            case Evaluations.Answer.AlreadyGiven(Rating rating) -> rating.receipt();
            case Evaluations.Answer.WrongReasons() -> throw new Problem(422, "evaluation.wrong-reasons");
            case Evaluations.Answer.NotInvited() -> throw Problem.notFound("evaluation.not-invited");
        };
    }

    @GetMapping("/ratings/{receipt}")
    String receipt(@PathVariable String receipt, Model model) {
        Rating rating =
                evaluations.withReceipt(receipt).orElseThrow(() -> Problem.notFound("evaluation.unknown-receipt"));
        model.addAttribute(
                "view",
                new ReceiptView(
                        rating,
                        evaluations.indicators().stream()
                                .filter(one -> rating.reasons().contains(one.code()))
                                .toList()));
        return "voice/evaluation/receipt";
    }
}
