package org.zhengtong.people.organisation.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.Operations;
import org.zhengtong.people.organisation.StaffMember;

/** The system administrator's desk: events that could not be delivered. */
@Controller
@RequestMapping("/desk/dead-letters")
class DeadLetterPages {
    private final Operations operations;

    DeadLetterPages(Operations operations) {
        this.operations = operations;
    }

    @GetMapping
    String list(
            StaffMember me,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        String sentence = done.matches("retried|gone") ? "organisation.dead-letters." + done : "";
        model.addAttribute(
                "view",
                new DeadLettersView(
                        operations.deadLetters(me, after, DeadLettersView.MOST),
                        operations.deadLetterCount(me),
                        sentence));
        return "people/organisation/dead-letters";
    }

    @PostMapping("/retry")
    String retry(StaffMember me, @RequestParam String handler, @RequestParam long sequence) {
        boolean done = operations.retry(me, handler, sequence);
        return "redirect:/desk/dead-letters?done=" + (done ? "retried" : "gone");
    }
}
