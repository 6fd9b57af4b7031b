package org.zhengtong.services.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.window.BatchAcceptance;
import org.zhengtong.services.window.BatchAcceptance.Chosen;

/** Complete filings, accepted many at once. */
@Controller
@RequestMapping("/desk/window/acceptance")
class BatchPages {
    private static final Pattern CHOICE = Pattern.compile("([0-9a-f-]{36}):([0-9]{1,18})");

    private final BatchAcceptance batch;

    BatchPages(BatchAcceptance batch) {
        this.batch = batch;
    }

    @GetMapping
    String list(StaffMember clerk, Model model) {
        return page(clerk, List.of(), Optional.empty(), model);
    }

    @PostMapping
    String accept(
            StaffMember clerk,
            @RequestParam(name = "case", defaultValue = "") List<String> chosen,
            Model model,
            HttpServletResponse response) {
        try {
            List<BatchAcceptance.Answer> answers = batch.accept(
                    clerk, chosen.stream().flatMap(one -> chosen(one).stream()).toList());
            return page(clerk, answers, Optional.empty(), model);
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            return page(clerk, List.of(), Optional.of(problem), model);
        }
    }

    private String page(
            StaffMember clerk, List<BatchAcceptance.Answer> answers, Optional<Problem> problem, Model model) {
        model.addAttribute("view", new BatchView(batch.candidates(clerk), answers, problem));
        return "services/window/acceptance";
    }

    /** Case and the version that was on the page. */
    private static Optional<Chosen> chosen(String text) {
        Matcher parts = CHOICE.matcher(text);
        return parts.matches()
                ? Optional.of(new Chosen(
                        new CaseId(UUID.fromString(parts.group(1))), OptionalLong.of(Long.parseLong(parts.group(2)))))
                : Optional.empty();
    }
}
