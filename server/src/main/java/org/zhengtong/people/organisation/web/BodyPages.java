package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
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
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Operations;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Successions;

/** The system administrator's desk: where bodies are and how they are reached. */
@Controller
@RequestMapping("/desk/bodies")
class BodyPages {
    private final Operations operations;
    private final Successions successions;

    BodyPages(Operations operations, Successions successions) {
        this.operations = operations;
        this.successions = successions;
    }

    @GetMapping
    String list(StaffMember me, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = switch (done) {
            case "changed" -> "organisation.bodies.done";
            case "succession" -> "organisation.succession.done";
            case "taken-back" -> "organisation.succession.taken-back";
            default -> "";
        };
        model.addAttribute("view", new BodiesView(operations.bodies(me), successions.all(), sentence));
        return "people/organisation/bodies";
    }

    @GetMapping("/{uscc}")
    String one(StaffMember me, @PathVariable String uscc, Model model) {
        Body body = body(me, uscc);
        Operations.Contact now = new Operations.Contact(
                body.address(), body.openingHours(), body.consultationPhone(), body.complaintPhone());
        model.addAttribute("view", new BodyFormView(body, now, FormState.FRESH));
        return "people/organisation/body";
    }

    @PostMapping("/{uscc}")
    String change(
            StaffMember me,
            @PathVariable String uscc,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String openingHours,
            @RequestParam(defaultValue = "") String consultationPhone,
            @RequestParam(defaultValue = "") String complaintPhone,
            HttpServletResponse response,
            Model model) {
        Body body = body(me, uscc);
        Operations.Contact typed = new Operations.Contact(address, openingHours, consultationPhone, complaintPhone);
        List<WrongField> wrong = operations.change(me, body.uscc(), typed);
        if (wrong.isEmpty()) {
            return "redirect:/desk/bodies?done=changed";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("view", new BodyFormView(body, typed, new FormState(wrong)));
        return "people/organisation/body";
    }

    private Body body(StaffMember me, String uscc) {
        return operations.bodies(me).stream()
                .filter(body -> body.uscc().value().equals(uscc))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-body"));
    }
}
