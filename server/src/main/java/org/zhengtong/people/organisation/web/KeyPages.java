package org.zhengtong.people.organisation.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.KeyKeeping;
import org.zhengtong.people.organisation.StaffMember;

/** The security administrator's desk: the keys of sealed fields. */
@Controller
@RequestMapping("/desk/keys")
class KeyPages {
    private final KeyKeeping keys;

    KeyPages(KeyKeeping keys) {
        this.keys = keys;
    }

    @GetMapping
    String list(StaffMember me, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("view", new KeysView(keys.keys(me), done.equals("begun")));
        return "people/organisation/keys";
    }

    @PostMapping("/renewal")
    String renew(StaffMember me) {
        keys.renew(me);
        return "redirect:/desk/keys?done=begun";
    }
}
