package org.zhengtong.services.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.supervision.CardFilter;
import org.zhengtong.services.supervision.CardState;
import org.zhengtong.services.supervision.Cards;
import org.zhengtong.services.supervision.Supervision;

/** Yellow and red cards, for those who answer them and for heads. */
@Controller
@RequestMapping("/desk/cards")
class CardPages {
    private final Cards cards;
    private final Supervision supervision;
    private final Clock clock;

    CardPages(Cards cards, Supervision supervision, Clock clock) {
        this.cards = cards;
        this.supervision = supervision;
        this.clock = clock;
    }

    @GetMapping
    String list(
            StaffMember me,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        CardFilter filter = new CardFilter(
                Choices.named(CardState.values(), state),
                Optional.empty(),
                Optional.empty(),
                state.equals("to-lift"),
                page);
        model.addAttribute(
                "view",
                new CardsView(
                        cards.find(me, filter), filter, !supervision.reach(me).isEmpty()));
        return "services/supervision/cards";
    }

    @GetMapping("/{id}")
    String one(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = CardView.isKnown(done) ? "supervision.done." + done : "";
        return show(me, id, "", "", FormState.FRESH, sentence, model);
    }

    @PostMapping("/{id}/{action}")
    String act(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        if (!CardView.isKnown(action)) {
            throw Problem.notFound("supervision.card-unknown");
        }
        try {
            cards.act(me, id, CardView.command(action, words));
            return "redirect:/desk/cards/" + id + "?done=" + action;
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            FormState wrong = new FormState(
                    List.of(new WrongField("words-" + action, "problem." + problem.code(), problem.values())));
            return show(me, id, action, words, wrong, "", model);
        }
    }

    private String show(
            StaffMember me, UUID id, String action, String words, FormState form, String done, Model model) {
        model.addAttribute("view", new CardView(cards.open(me, id), action, words, form, done, LocalDate.now(clock)));
        return "services/supervision/card";
    }
}
