package org.zhengtong.people.identity.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.Firms;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;

/** For whom a person can act and acts at the moment, and who acts for the firms they answer for. */
@Controller
class FirmPages {
    private final Identity identity;
    private final Firms firms;
    private final Sessions sessions;
    private final Mandates mandates;
    private final MandateCards cards;

    FirmPages(Identity identity, Firms firms, Sessions sessions, Mandates mandates, MandateCards cards) {
        this.identity = identity;
        this.firms = firms;
        this.sessions = sessions;
        this.mandates = mandates;
        this.cards = cards;
    }

    @GetMapping("/my/firms")
    String mine(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = done.matches("registered|handed-over") ? "identity.firms.done." + done : "";
        model.addAttribute("view", new FirmsView(firms(me), persons(me), me.name(), me.actingFor(), sentence));
        return "people/identity/firms";
    }

    private List<FirmsView.Firm> firms(SignedIn me) {
        Reach reach = identity.reachOf(me.person());
        return identity.firmsOf(me.person()).stream()
                .map(firm -> {
                    List<MandateCard> held = held(reach, new Party.Firm(firm.id()));
                    boolean manages = mandates.manages(me.person(), firm.id());
                    boolean represents =
                            held.stream().anyMatch(card -> card.mandate().kind() == MandateKind.LEGAL_REPRESENTATIVE);
                    return new FirmsView.Firm(firm, held, manages, manages && !represents);
                })
                .toList();
    }

    private List<FirmsView.Other> persons(SignedIn me) {
        Reach reach = identity.reachOf(me.person());
        return reach.others().stream()
                .filter(Party.Person.class::isInstance)
                .map(Party.Person.class::cast)
                .map(person -> new FirmsView.Other(person, identity.nameOf(person), held(reach, person)))
                .toList();
    }

    private List<MandateCard> held(Reach reach, Party party) {
        return reach.mandates().stream()
                .filter(mandate -> mandate.principal().equals(party))
                .map(mandate -> cards.of(mandate, mandates.today()))
                .toList();
    }

    /** Who acts for the firm, for whoever appoints them. */
    @GetMapping("/my/firms/{id}/agents")
    String agents(SignedIn me, @PathVariable UUID id, Model model) {
        FirmId firm = new FirmId(id);
        if (!mandates.manages(me.person(), firm)) {
            throw new Problem(403, "not-representative");
        }
        List<MandateCard> all = mandates.of(new Party.Firm(firm)).stream()
                .map(mandate -> cards.of(mandate, mandates.today()))
                .toList();
        boolean represented = all.stream()
                .anyMatch(card -> card.isOpen() && card.mandate().kind() == MandateKind.LEGAL_REPRESENTATIVE);
        model.addAttribute("view", new AgentsView(identity.firm(firm), all, represented));
        return "people/identity/agents";
    }

    @GetMapping("/my/firms/new")
    String form(SignedIn me, Model model) {
        return page(FirmRegistration.EMPTY, FormState.FRESH, false, model);
    }

    @PostMapping("/my/firms/new")
    String register(
            SignedIn me,
            @RequestParam(defaultValue = "") String uscc,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String legalRepresentative,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String phone,
            HttpServletResponse response,
            Model model) {
        FirmRegistration typed = new FirmRegistration(uscc, name, legalRepresentative, address, phone);
        return switch (firms.register(me.person(), typed)) {
            case Firms.Answer.Done _ -> "redirect:/my/firms?done=registered";
            case Firms.Answer.Wrong(var fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(typed, new FormState(fields), false, model);
            }
            case Firms.Answer.Unreachable _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield page(typed, FormState.FRESH, true, model);
            }
        };
    }

    /** With neither {@code firm} nor {@code person} it is oneself again. */
    @PostMapping("/my/acting-for")
    String actFor(
            SignedIn me,
            @RequestParam(defaultValue = "") String firm,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String next) {
        Optional<Party> other = firm.isEmpty()
                ? Optional.of(person)
                        .filter(text -> !text.isEmpty())
                        .map(text -> new Party.Person(new PersonId(uuid(text))))
                : Optional.of(new Party.Firm(new FirmId(uuid(firm))));
        sessions.actFor(me, other);
        return "redirect:" + SameSite.path(next).orElse("/my/firms");
    }

    @GetMapping("/my/firms/{id}/agent")
    String agent(SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute("view", new HandOverView(own(me, id), "", "", FormState.FRESH));
        return "people/identity/agent";
    }

    @PostMapping("/my/firms/{id}/agent")
    String handOver(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            HttpServletResponse response,
            Model model) {
        FirmProfile firm = own(me, id);
        if (firms.handOver(me, firm.id(), name, number) instanceof Firms.Answer.Wrong(var fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", new HandOverView(firm, name, number, new FormState(fields)));
            return "people/identity/agent";
        }
        return "redirect:/my/firms?done=handed-over";
    }

    private FirmProfile own(SignedIn me, UUID id) {
        return identity.firmsOf(me.person()).stream()
                .filter(firm -> firm.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(403, "not-agent"));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("unknown-firm");
        }
    }

    private String page(FirmRegistration typed, FormState form, boolean unreachable, Model model) {
        model.addAttribute("view", new NewFirmView(typed, firms.isDemonstration(), form, unreachable));
        return "people/identity/new-firm";
    }
}
