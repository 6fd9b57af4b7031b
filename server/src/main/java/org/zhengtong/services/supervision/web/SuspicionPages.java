package org.zhengtong.services.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
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
import org.zhengtong.services.supervision.Pattern;
import org.zhengtong.services.supervision.Suspicion;
import org.zhengtong.services.supervision.SuspicionFilter;
import org.zhengtong.services.supervision.Suspicions;

/** Patterns of fake completion and what heads say of them. */
@Controller
@RequestMapping("/desk/supervision/suspicions")
class SuspicionPages {
    private final Suspicions suspicions;

    SuspicionPages(Suspicions suspicions) {
        this.suspicions = suspicions;
    }

    @GetMapping
    String list(
            StaffMember me,
            @RequestParam(defaultValue = "") String pattern,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        SuspicionFilter filter = new SuspicionFilter(
                Choices.named(Pattern.values(), pattern), Optional.empty(), !show.equals("all"), page);
        model.addAttribute("view", new SuspicionsView(suspicions.find(me, filter), filter));
        return "services/supervision/suspicions";
    }

    @GetMapping("/{id}")
    String one(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = done.equals("assessed") ? "supervision.done.assessed" : "";
        model.addAttribute("view", new SuspicionView(suspicions.open(me, id), "", FormState.FRESH, sentence));
        return "services/supervision/suspicion";
    }

    @PostMapping("/{id}/assessment")
    String assess(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String assessment,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        try {
            suspicions.assess(
                    me,
                    id,
                    Choices.named(Suspicion.Assessment.values(), assessment)
                            .orElseThrow(() -> new Problem(422, "supervision.assessment-missing")),
                    words);
            return "redirect:/desk/supervision/suspicions/" + id + "?done=assessed";
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            String field = problem.code().equals("supervision.assessment-missing") ? "confirmed" : "words";
            FormState wrong =
                    new FormState(List.of(new WrongField(field, "problem." + problem.code(), problem.values())));
            model.addAttribute("view", new SuspicionView(suspicions.open(me, id), words, wrong, ""));
            return "services/supervision/suspicion";
        }
    }
}
