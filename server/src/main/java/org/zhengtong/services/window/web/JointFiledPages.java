package org.zhengtong.services.window.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.StaffMember;

/** One thing filed in a visit: a receipt for the whole and for each part, and the acceptance of the clerk's own parts. */
@Controller
@RequestMapping("/desk/window/visits/{id}/joint/{filed}")
class JointFiledPages {
    private final FiledHere here;

    JointFiledPages(FiledHere here) {
        this.here = here;
    }

    @GetMapping
    String receipt(
            StaffMember clerk,
            @PathVariable UUID id,
            @PathVariable UUID filed,
            @RequestParam(defaultValue = "") String refused,
            Model model) {
        model.addAttribute(
                "view",
                new JointReceiptView(
                        here.openJointly(clerk, id, filed),
                        "/desk/window/visits/" + id,
                        clerk.body().uscc().value(),
                        FiledHere.refusal(refused)));
        return "services/window/joint";
    }
}
