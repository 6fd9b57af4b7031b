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
import org.zhengtong.people.identity.SignedIn;
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
        return switch (drafts.start(me, item.code(), applicant.flatMap(value -> party(me, value)))) {
            case Start.Begun(UUID draft, boolean continued) -> {
                answerGuide(me, draft, situations);
                yield "redirect:/drafts/" + draft + (continued ? "?continued" : "");
            }
            case Start.ForWhom(List<Applicant> applicants) -> {
                model.addAttribute(
                        "view",
                        new ForWhomView(
                                item.name(),
                                "/items/" + item.code() + "/start",
                                applicants.stream().map(StartPages::choice).toList(),
                                situations));
                yield "services/filing/for-whom";
            }
            case Start.GuardianNeeded() -> stop(item, "guardian", "/halls", model, response);
            case Start.FirmNeeded() -> stop(item, "firm", "/my/firms", model, response);
            case Start.Closed(boolean suspended) ->
                stop(item, suspended ? "suspended" : "closed", "/halls", model, response);
        };
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

    static String stop(ServiceItem item, String reason, String way, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("view", new StopView(reason, item.name(), "/items/" + item.code(), way));
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

    private static Choice choice(Applicant applicant) {
        return new Choice(
                applicant.party() instanceof Party.Firm(FirmId firm)
                        ? firm.value().toString()
                        : MYSELF,
                applicant.name());
    }

    private static Optional<Party> party(SignedIn me, String value) {
        if (value.equals(MYSELF)) {
            return Optional.of(new Party.Person(me.person()));
        }
        try {
            return Optional.of(new Party.Firm(new FirmId(UUID.fromString(value))));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
