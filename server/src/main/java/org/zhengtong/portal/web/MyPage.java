package org.zhengtong.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.people.identity.Recovery;
import org.zhengtong.people.identity.SignedIn;

/** The person's own front page: what waits for them, what is under way, what they hold. */
@Controller
class MyPage {
    private final OwnMatters matters;
    private final Recovery recovery;

    MyPage(OwnMatters matters, Recovery recovery) {
        this.matters = matters;
        this.recovery = recovery;
    }

    @GetMapping("/my")
    String mine(SignedIn me, Model model) {
        model.addAttribute("view", matters.of(me));
        model.addAttribute("pending", recovery.pending(me.person()));
        return "portal/mine";
    }
}
