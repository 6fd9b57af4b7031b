package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.DataRequestDesk;
import org.zhengtong.people.organisation.StaffMember;

/** The security administrator answers requests for correction and deletion. */
@Controller
@RequestMapping("/desk/requests")
class RequestDeskPages {
    private final DataRequestDesk requests;

    RequestDeskPages(DataRequestDesk requests) {
        this.requests = requests;
    }

    @GetMapping
    String list(StaffMember me, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("view", new RequestListView(requests.waiting(me), done.equals("answered")));
        return "people/organisation/requests";
    }

    @GetMapping("/{id}")
    String one(StaffMember me, @PathVariable UUID id, Model model) {
        return page(new RequestAnswerView(requests.open(me, id), "", "", FormState.FRESH), model);
    }

    @PostMapping("/{id}")
    String answer(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        List<WrongField> wrong = outcome.matches("done|refused")
                ? requests.answer(me, id, outcome.equals("done"), text)
                : List.of(new WrongField("outcome", "privacy.wrong.outcome"));
        if (wrong.isEmpty()) {
            return "redirect:/desk/requests?done=answered";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(new RequestAnswerView(requests.open(me, id), outcome, text, new FormState(wrong)), model);
    }

    private static String page(RequestAnswerView view, Model model) {
        model.addAttribute("view", view);
        return "people/organisation/answer";
    }
}
