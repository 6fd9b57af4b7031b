package org.zhengtong.people.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
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
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.privacy.DataRequests;

/** What is kept of me is wrong, or should not be kept. */
@Controller
@RequestMapping("/my/data/requests")
class RequestPages {
    private final DataRequests requests;

    RequestPages(DataRequests requests) {
        this.requests = requests;
    }

    @GetMapping("/new")
    String form(SignedIn me, @RequestParam(defaultValue = "") String about, Model model) {
        return page(new DataRequests.Wish("", about, ""), FormState.FRESH, model);
    }

    @PostMapping
    String make(
            SignedIn me,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        DataRequests.Wish typed = new DataRequests.Wish(kind, about, text);
        if (requests.make(me, typed) instanceof DataRequests.Answer.Wrong(var fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(typed, new FormState(fields), model);
        }
        return "redirect:/my/data?done=request";
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(SignedIn me, @PathVariable UUID id) {
        requests.withdraw(me, id);
        return "redirect:/my/data?done=withdrawn";
    }

    private String page(DataRequests.Wish typed, FormState form, Model model) {
        model.addAttribute("view", new RequestView(typed, requests.rooms(), form));
        return "people/privacy/request";
    }
}
