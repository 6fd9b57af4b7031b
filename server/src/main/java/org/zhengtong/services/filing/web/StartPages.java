package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Drafts.Applicant;
import org.zhengtong.services.filing.Drafts.Start;

/** From the item's page into a draft. */
@Controller
class StartPages {
    private static final String MYSELF = "me";
    private static final String PERSON = "person-";

    private final Drafts drafts;
    private final Catalogue catalogue;

    StartPages(Drafts drafts, Catalogue catalogue) {
        this.drafts = drafts;
        this.catalogue = catalogue;
    }

    /** Somebody who comes by the address alone, after signing in perhaps, finds the button on the item's page. */
    @GetMapping("/items/{code}/start")
    String back(@PathVariable String code) {
        return "redirect:/items/" + item(code).code();
    }

    @PostMapping("/items/{code}/start")
    String start(
            SignedIn me,
            @PathVariable String code,
            @RequestParam(name = "for", required = false) Optional<String> applicant,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response) {
        ServiceItem item = item(code);
        Map<String, String> situations = situations(item, form);
        Start start = drafts.start(me, item.code(), applicant.flatMap(value -> party(me, value)));
        if (start instanceof Start.Begun(UUID draft, boolean _)) {
            answerGuide(me, draft, situations);
        }
        return begun(me, start, item.name(), "/items/" + item.code(), situations, model, response);
    }

    @GetMapping("/bundles/{code}/start")
    String backToBundle(@PathVariable String code) {
        return "redirect:/bundles/" + bundle(code).code();
    }

    @PostMapping("/bundles/{code}/start")
    String startJointly(
            SignedIn me,
            @PathVariable String code,
            @RequestParam(name = "for", required = false) Optional<String> applicant,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response) {
        Bundle bundle = bundle(code);
        Map<String, String> guide = new LinkedHashMap<>();
        for (Bundle.Choice choice : bundle.guide()) {
            choice.answers().stream()
                    .map(Bundle.Answer::id)
                    .filter(answer -> answer.equals(form.get(choice.id())))
                    .forEach(answer -> guide.put(choice.id(), answer));
        }
        Start start = drafts.startJointly(me, code, applicant.flatMap(value -> party(me, value)), guide);
        return begun(me, start, bundle.name(), "/bundles/" + code, guide, model, response);
    }

    private static String begun(
            SignedIn me,
            Start start,
            String name,
            String address,
            Map<String, String> guide,
            Model model,
            HttpServletResponse response) {
        return switch (start) {
            case Start.Begun(UUID draft, boolean continued) ->
                "redirect:/drafts/" + draft + (continued ? "?continued" : "");
            case Start.ForWhom(List<Applicant> applicants) -> {
                model.addAttribute(
                        "view",
                        new ForWhomView(
                                name,
                                address + "/start",
                                applicants.stream().map(one -> choice(me, one)).toList(),
                                guide));
                yield "services/filing/for-whom";
            }
            case Start.GuardianNeeded() -> stop(name, address, "guardian", "/halls", model, response);
            case Start.FirmNeeded() -> stop(name, address, "firm", "/my/firms", model, response);
            case Start.Closed(boolean suspended) ->
                stop(name, address, suspended ? "suspended" : "closed", "/halls", model, response);
        };
    }

    private Bundle bundle(String code) {
        return catalogue.bundle(code).orElseThrow(() -> Problem.notFound("unknown-bundle"));
    }

    /** The guide was answered on the item's page already; what a draft that goes on has answered stays. */
    private void answerGuide(SignedIn me, UUID id, Map<String, String> situations) {
        Draft draft = drafts.draft(me, id);
        if (!situations.isEmpty() && draft.situations().isEmpty()) {
            drafts.saveSituations(me, id, draft.version(), situations);
        }
    }

    private static Map<String, String> situations(ServiceItem item, Map<String, String> form) {
        Map<String, String> situations = new LinkedHashMap<>();
        for (Situation situation : item.situations()) {
            String answer = form.get(situation.id());
            if (situation.answers().stream().anyMatch(one -> one.id().equals(answer))) {
                situations.put(situation.id(), Objects.requireNonNull(answer));
            }
        }
        return situations;
    }

    private static String stop(
            String name, String address, String reason, String way, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("view", new StopView(reason, name, address, way));
        return "services/filing/stop";
    }

    private ServiceItem item(String code) {
        return code(code).flatMap(catalogue::item).orElseThrow(() -> Problem.notFound("filing.unknown-item"));
    }

    private static Optional<ItemCode> code(String text) {
        try {
            return Optional.of(new ItemCode(text));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    private static Choice choice(SignedIn me, Applicant applicant) {
        String value = switch (applicant.party()) {
            case Party.Firm(FirmId firm) -> firm.value().toString();
            case Party.Person(PersonId person) -> person.equals(me.person()) ? MYSELF : PERSON + person.value();
        };
        return new Choice(value, applicant.name());
    }

    private static Optional<Party> party(SignedIn me, String value) {
        if (value.equals(MYSELF)) {
            return Optional.of(new Party.Person(me.person()));
        }
        try {
            return Optional.of(
                    value.startsWith(PERSON)
                            ? new Party.Person(new PersonId(UUID.fromString(value.substring(PERSON.length()))))
                            : new Party.Firm(new FirmId(UUID.fromString(value))));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
