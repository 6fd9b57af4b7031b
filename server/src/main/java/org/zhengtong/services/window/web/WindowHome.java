package org.zhengtong.services.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.window.Handover;
import org.zhengtong.services.window.Handovers;
import org.zhengtong.services.window.NewVisit;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visits;

/** Where a clerk at the window begins: the next person, those sent by other windows, visits still open. */
@Controller
@RequestMapping("/desk/window")
class WindowHome {
    private final Visits visits;
    private final Handovers handovers;
    private final Identity identity;
    private final Organisation organisation;

    WindowHome(Visits visits, Handovers handovers, Identity identity, Organisation organisation) {
        this.visits = visits;
        this.handovers = handovers;
        this.identity = identity;
        this.organisation = organisation;
    }

    /** Those who only advise begin with the items. */
    @GetMapping
    String home(StaffMember clerk, @RequestParam(defaultValue = "") String ticket, Model model) {
        if (!clerk.has(Role.ACCEPTANCE) && clerk.has(Role.CATALOGUE)) {
            return "redirect:/desk/window/items";
        }
        return home(clerk, HomeView.blank(ticket), FormState.FRESH, model);
    }

    @PostMapping("/visits")
    String begin(
            StaffMember clerk,
            @RequestParam(defaultValue = "NUMBER") String way,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String ticket,
            HttpServletResponse response,
            Model model) {
        Visit.Way chosen = Arrays.stream(Visit.Way.values())
                .filter(one -> one.name().equals(way))
                .findFirst()
                .orElse(Visit.Way.NUMBER);
        NewVisit typed = new NewVisit(chosen, who, purpose, Optional.of(ticket));
        return switch (visits.begin(clerk, typed)) {
            case Visits.Begun.Open(UUID visit) -> "redirect:/desk/window/visits/" + visit;
            case Visits.Begun.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield home(clerk, typed, new FormState(fields), model);
            }
        };
    }

    @GetMapping("/handovers/{id}")
    String handover(StaffMember clerk, @PathVariable UUID id, Model model) {
        Handover handover = handovers.handover(clerk, id);
        Body to = Uscc.parse(handover.toUscc())
                .flatMap(organisation::body)
                .orElseThrow(() -> Problem.notFound("window.unknown-handover"));
        model.addAttribute(
                "view",
                new HandoverView(
                        handover, to, masked(handover), clerk.body().uscc().equals(to.uscc())));
        return "services/window/handover";
    }

    @PostMapping("/handovers/{id}/taking")
    String take(StaffMember clerk, @PathVariable UUID id) {
        return "redirect:/desk/window/visits/" + handovers.take(clerk, id);
    }

    private String home(StaffMember clerk, NewVisit typed, FormState form, Model model) {
        model.addAttribute(
                "view",
                new HomeView(
                        typed,
                        form,
                        visits.openOf(clerk).stream()
                                .map(visit -> new HomeView.Open(
                                        visit,
                                        visit.person()
                                                .map(person -> identity.nameOf(new Party.Person(person)))
                                                .map(name -> MaskedName.of(name).value())
                                                .orElse("")))
                                .toList(),
                        handovers.waiting(clerk).stream()
                                .map(handover -> new HomeView.Sent(handover, masked(handover)))
                                .toList()));
        return "services/window/home";
    }

    private String masked(Handover handover) {
        return MaskedName.of(identity.nameOf(new Party.Person(handover.person())))
                .value();
    }
}
