package org.zhengtong.services.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.InPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.filing.Drafts.Start;
import org.zhengtong.services.window.Handovers;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visits;

/** One visit: who it is, what they came for, and what becomes of it. */
@Controller
@RequestMapping("/desk/window/visits/{id}")
class VisitPages {
    private final Visits visits;
    private final Handovers handovers;
    private final VisitPage page;

    VisitPages(Visits visits, Handovers handovers, VisitPage page) {
        this.visits = visits;
        this.handovers = handovers;
        this.page = page;
    }

    @GetMapping
    String visit(StaffMember clerk, @PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        return page.show(clerk, id, VisitForms.asking(q), model);
    }

    @PostMapping("/confirmation")
    String confirm(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean seen,
            Model model,
            HttpServletResponse response) {
        List<WrongField> wrong = visits.confirm(clerk, id, number, seen);
        return answer(clerk, id, VisitForms.confirming(wrong), model, response);
    }

    @PostMapping("/person")
    String register(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "false") boolean seen,
            Model model,
            HttpServletResponse response) {
        InPerson typed = new InPerson(name, number, phone, address, seen);
        return answer(clerk, id, VisitForms.registering(typed, visits.register(clerk, id, typed)), model, response);
    }

    @PostMapping("/firm")
    String registerFirm(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String uscc,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String legalRepresentative,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String phone,
            Model model,
            HttpServletResponse response) {
        FirmRegistration typed = new FirmRegistration(uscc, name, legalRepresentative, address, phone);
        return answer(clerk, id, VisitForms.ofFirm(typed, visits.registerFirm(clerk, id, typed)), model, response);
    }

    @PostMapping("/drafts")
    String start(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String bundle,
            @RequestParam(defaultValue = "") String firm,
            @RequestParam(defaultValue = "") String person,
            Model model,
            HttpServletResponse response) {
        Start start = bundle.isEmpty()
                ? visits.start(
                        clerk,
                        id,
                        ItemCode.parse(item).orElseThrow(() -> Problem.notFound("filing.unknown-item")),
                        other(firm, person))
                : visits.startJointly(clerk, id, bundle, other(firm, person));
        return switch (start) {
            case Start.Begun(UUID draft, boolean _) -> "redirect:/drafts/" + draft;
            case Start.GuardianNeeded() -> stop(clerk, id, "window.wrong.guardian", model, response);
            case Start.Closed(boolean suspended) ->
                stop(clerk, id, suspended ? "window.wrong.suspended" : "window.wrong.closed", model, response);
            case Start.ForWhom _, Start.FirmNeeded _ -> stop(clerk, id, "window.wrong.party", model, response);
        };
    }

    private String stop(StaffMember clerk, UUID id, String why, Model model, HttpServletResponse response) {
        return answer(clerk, id, VisitForms.stopped(why), model, response);
    }

    @PostMapping("/drafts/{draft}/continuation")
    String goOn(StaffMember clerk, @PathVariable UUID id, @PathVariable UUID draft) {
        visits.goOn(clerk, id, draft);
        return "redirect:/drafts/" + draft;
    }

    @PostMapping("/cases/{awaiting}/supplement")
    String supplement(
            StaffMember clerk,
            @PathVariable UUID id,
            @PathVariable UUID awaiting,
            @RequestParam(defaultValue = "") String material) {
        Optional<String> promised = Optional.of(material).filter(one -> !one.isEmpty());
        return "redirect:/desk/supplements/" + visits.supplement(clerk, id, new CaseId(awaiting), promised);
    }

    @PostMapping("/handover")
    String handOver(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return switch (handovers.handOver(clerk, id, uuid(draft), to, reason)) {
            case Handovers.Answer.Done(UUID handover) -> "redirect:/desk/window/handovers/" + handover;
            case Handovers.Answer.Wrong(List<WrongField> wrong) ->
                answer(clerk, id, VisitForms.handingOver(draft, to, reason, wrong), model, response);
        };
    }

    @PostMapping("/closing")
    String close(StaffMember clerk, @PathVariable UUID id) {
        Visit visit = visits.visit(clerk, id);
        visits.close(clerk, visit.id());
        return "redirect:/desk/window";
    }

    private String answer(StaffMember clerk, UUID id, VisitForms forms, Model model, HttpServletResponse response) {
        if (!forms.isWrong()) {
            return "redirect:/desk/window/visits/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(clerk, id, forms, model);
    }

    private static Optional<Party> other(String firm, String person) {
        return uuid(firm)
                .<Party>map(id -> new Party.Firm(new FirmId(id)))
                .or(() -> uuid(person).map(id -> new Party.Person(new PersonId(id))));
    }

    private static Optional<UUID> uuid(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("window.unknown-visit");
        }
    }
}
