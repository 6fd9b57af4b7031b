package org.zhengtong.people.clients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.clients.ClientOrder;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.clients.Issuer;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;

/** The system administrator's desk: systems that people sign in to through the house. */
@Controller
@RequestMapping("/desk/clients")
class ClientPages {
    private final Clients clients;
    private final Organisation organisation;
    private final Issuer issuer;

    ClientPages(Clients clients, Organisation organisation, Issuer issuer) {
        this.clients = clients;
        this.organisation = organisation;
        this.issuer = issuer;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        model.addAttribute("view", new ClientListView(clients.all(me)));
        return "people/clients/clients";
    }

    @GetMapping("/new")
    String blank(StaffMember me, Model model) {
        clients.all(me);
        return form(ClientOrder.BLANK, FormState.FRESH, model);
    }

    @PostMapping("/new")
    String register(
            StaffMember me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(defaultValue = "") String redirects,
            @RequestParam(defaultValue = "") String afterSignOut,
            @RequestParam(defaultValue = "") String logout,
            @RequestParam(defaultValue = "") Set<String> scopes,
            @RequestParam(defaultValue = "false") boolean refresh,
            @RequestParam(defaultValue = "") String keys,
            HttpServletResponse response,
            Model model) {
        ClientOrder order =
                new ClientOrder(name, body, purpose, proof, redirects, afterSignOut, logout, scopes, refresh, keys);
        return switch (clients.register(me, order)) {
            case Clients.Answer.Registered(UUID id, Optional<SharedSecret> secret) -> show(me, id, secret, "", model);
            case Clients.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(order, new FormState(fields), model);
            }
            case Clients.Answer.Changed() -> throw new IllegalStateException("a new client is registered");
        };
    }

    @GetMapping("/{id}")
    String one(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = done.matches("changed|suspended|resumed") ? "clients.done." + done : "";
        return show(me, id, Optional.empty(), sentence, model);
    }

    @PostMapping("/{id}")
    String change(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String redirects,
            @RequestParam(defaultValue = "") String afterSignOut,
            @RequestParam(defaultValue = "") String logout,
            @RequestParam(defaultValue = "") Set<String> scopes,
            @RequestParam(defaultValue = "false") boolean refresh,
            @RequestParam(defaultValue = "") String keys,
            HttpServletResponse response,
            Model model) {
        Clients.Summary before = clients.client(me, id);
        ClientOrder order = new ClientOrder(
                name,
                before.client().body(),
                purpose,
                before.client().proof().name(),
                redirects,
                afterSignOut,
                logout,
                scopes,
                refresh,
                keys);
        if (clients.change(me, id, order) instanceof Clients.Answer.Wrong(List<WrongField> fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view(me, before, order, new FormState(fields), Optional.empty(), "", model);
        }
        return back(id, "changed");
    }

    /** The answer shows the secret itself: nothing that could be opened a second time does. */
    @PostMapping("/{id}/secret")
    String renewSecret(StaffMember me, @PathVariable UUID id, Model model) {
        return show(me, id, Optional.of(clients.renewSecret(me, id)), "", model);
    }

    @PostMapping("/{id}/suspend")
    String suspend(StaffMember me, @PathVariable UUID id) {
        clients.suspend(me, id);
        return back(id, "suspended");
    }

    @PostMapping("/{id}/resume")
    String resume(StaffMember me, @PathVariable UUID id) {
        clients.resume(me, id);
        return back(id, "resumed");
    }

    private String show(StaffMember me, UUID id, Optional<SharedSecret> secret, String done, Model model) {
        Clients.Summary summary = clients.client(me, id);
        return view(me, summary, ClientOrder.of(summary.client()), FormState.FRESH, secret, done, model);
    }

    private String view(
            StaffMember me,
            Clients.Summary summary,
            ClientOrder order,
            FormState form,
            Optional<SharedSecret> secret,
            String done,
            Model model) {
        model.addAttribute(
                "view",
                new ClientView(
                        summary, clients.told(me, summary.client().id()), order, form, secret, issuer.name(), done));
        return "people/clients/client";
    }

    private String form(ClientOrder order, FormState form, Model model) {
        model.addAttribute("view", new ClientFormView(order, organisation.bodies(), form));
        return "people/clients/client-form";
    }

    private static String back(UUID id, String done) {
        return "redirect:/desk/clients/" + id + "?done=" + done;
    }
}
