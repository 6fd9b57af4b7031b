package org.zhengtong.services.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;

/** One thing on one page: for its applicant, and for the bodies that have a part in it. */
@Controller
class JointPages {
    private static final String PAGE = "services/cases/joint";

    private final JointCases joint;

    JointPages(JointCases joint) {
        this.joint = joint;
    }

    @GetMapping("/my/joint/{id}")
    String mine(SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute(
                "view",
                new JointView(joint.open(id, me.person()), "/my/cases/", false, "", false, Optional.empty(), ""));
        return PAGE;
    }

    @GetMapping("/desk/joint/{id}")
    String atDesk(StaffMember staff, @PathVariable UUID id, Model model) {
        return show(staff, id, model, Optional.empty(), "");
    }

    @PostMapping("/desk/joint/{id}/extension")
    String extend(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            joint.extend(id, staff, days.matches("[0-9]{1,2}") ? Integer.parseInt(days) : 0, reason);
            return "redirect:/desk/joint/" + id;
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return show(staff, id, model, Optional.of(problem), reason);
        }
    }

    private String show(StaffMember staff, UUID id, Model model, Optional<Problem> problem, String typed) {
        JointFile file = joint.open(id, staff);
        String body = staff.body().uscc().value();
        model.addAttribute(
                "view",
                new JointView(
                        file,
                        "/desk/cases/",
                        true,
                        body,
                        file.leadBody().equals(body) && staff.hasWholly(Role.DECISION),
                        problem,
                        typed));
        return PAGE;
    }
}
