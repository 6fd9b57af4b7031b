package org.zhengtong.services.systems.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.systems.SystemSummary;
import org.zhengtong.services.systems.Systems;

/** The system administrator's desk: departments' own systems that work on their cases. */
@Controller
@RequestMapping("/desk/systems")
class SystemPages {
    private static final OptionalLong NEWEST = OptionalLong.empty();

    private final Systems systems;
    private final Organisation organisation;

    SystemPages(Systems systems, Organisation organisation) {
        this.systems = systems;
        this.organisation = organisation;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        model.addAttribute("view", new SystemListView(systems.systems(me)));
        return "services/systems/systems";
    }

    @GetMapping("/new")
    String blank(StaffMember me, Model model) {
        systems.systems(me);
        Set<String> all = Systems.DUTIES.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
        return form("", "", all, FormState.FRESH, model);
    }

    @PostMapping("/new")
    String register(
            StaffMember me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") Set<String> duties,
            HttpServletResponse response,
            Model model) {
        return switch (systems.register(me, name, body, duties)) {
            case Systems.Answer.Registered(UUID system, SharedSecret secret) ->
                show(me, system, NEWEST, Optional.of(secret), "", model);
            case Systems.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(name, body, duties, new FormState(fields), model);
            }
        };
    }

    @GetMapping("/{id}")
    String one(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam Optional<Long> before,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        String sentence = done.matches("chosen|blocked|unblocked") ? "systems.done." + done : "";
        return show(me, id, before.map(OptionalLong::of).orElse(NEWEST), Optional.empty(), sentence, model);
    }

    @PostMapping("/{id}/duties")
    String choose(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> duties,
            HttpServletResponse response,
            Model model) {
        List<WrongField> wrong = systems.choose(me, id, duties);
        if (wrong.isEmpty()) {
            return back(id, "chosen");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "view",
                new SystemView(
                        systems.system(me, id),
                        systems.history(me, id, NEWEST),
                        duties,
                        new FormState(wrong),
                        Optional.empty(),
                        ""));
        return "services/systems/system";
    }

    @PostMapping("/{id}/block")
    String block(StaffMember me, @PathVariable UUID id) {
        systems.block(me, id);
        return back(id, "blocked");
    }

    @PostMapping("/{id}/unblock")
    String unblock(StaffMember me, @PathVariable UUID id) {
        systems.unblock(me, id);
        return back(id, "unblocked");
    }

    /** The answer shows the secret itself: nothing that could be opened a second time does. */
    @PostMapping("/{id}/secret")
    String renewSecret(StaffMember me, @PathVariable UUID id, Model model) {
        return show(me, id, NEWEST, Optional.of(systems.renewSecret(me, id)), "", model);
    }

    private String show(
            StaffMember me, UUID id, OptionalLong before, Optional<SharedSecret> secret, String done, Model model) {
        SystemSummary summary = systems.system(me, id);
        Set<String> duties = summary.system().roles().stream().map(Role::name).collect(Collectors.toSet());
        model.addAttribute(
                "view",
                new SystemView(summary, systems.history(me, id, before), duties, FormState.FRESH, secret, done));
        return "services/systems/system";
    }

    private String form(String name, String body, Set<String> duties, FormState form, Model model) {
        model.addAttribute("view", new SystemFormView(name, body, duties, organisation.bodies(), form));
        return "services/systems/system-form";
    }

    private static String back(UUID id, String done) {
        return "redirect:/desk/systems/" + id + "?done=" + done;
    }
}
