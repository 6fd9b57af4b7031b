package org.zhengtong.services.notices.web;

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
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.notices.Notices;
import org.zhengtong.services.notices.ReceiverSummary;
import org.zhengtong.services.notices.Topic;

/** The system administrator's desk: departments' systems that are told of their cases. */
@Controller
@RequestMapping("/desk/webhooks")
class WebhookPages {
    private static final OptionalLong NEWEST = OptionalLong.empty();

    private final Notices notices;
    private final Organisation organisation;

    WebhookPages(Notices notices, Organisation organisation) {
        this.notices = notices;
        this.organisation = organisation;
    }

    @GetMapping
    String list(StaffMember me, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = done.equals("removed") ? "notices.done.removed" : "";
        model.addAttribute("view", new WebhooksView(notices.receivers(me), sentence));
        return "services/notices/webhooks";
    }

    @GetMapping("/new")
    String blank(StaffMember me, Model model) {
        notices.receivers(me);
        Set<String> all = Topic.all().stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
        return form("", "", all, FormState.FRESH, model);
    }

    @PostMapping("/new")
    String add(
            StaffMember me,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") Set<String> topics,
            HttpServletResponse response,
            Model model) {
        return switch (notices.add(me, body, address, topics)) {
            case Notices.Answer.Added(UUID receiver, SharedSecret secret) -> withSecret(me, receiver, secret, model);
            case Notices.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(body, address, topics, new FormState(fields), model);
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
        ReceiverSummary summary = notices.receiver(me, id);
        String sentence = done.matches("chosen|paused|resumed|tried|again") ? "notices.done." + done : "";
        model.addAttribute(
                "view",
                new WebhookView(
                        summary,
                        notices.history(me, id, before.map(OptionalLong::of).orElse(NEWEST)),
                        summary.receiver().topics(),
                        FormState.FRESH,
                        Optional.empty(),
                        sentence));
        return "services/notices/webhook";
    }

    @PostMapping("/{id}/topics")
    String choose(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> topics,
            HttpServletResponse response,
            Model model) {
        List<WrongField> wrong = notices.choose(me, id, topics);
        if (wrong.isEmpty()) {
            return back(id, "chosen");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "view",
                new WebhookView(
                        notices.receiver(me, id),
                        notices.history(me, id, NEWEST),
                        topics,
                        new FormState(wrong),
                        Optional.empty(),
                        ""));
        return "services/notices/webhook";
    }

    @PostMapping("/{id}/pause")
    String pause(StaffMember me, @PathVariable UUID id) {
        notices.pause(me, id);
        return back(id, "paused");
    }

    @PostMapping("/{id}/resume")
    String resume(StaffMember me, @PathVariable UUID id) {
        notices.resume(me, id);
        return back(id, "resumed");
    }

    /** The answer shows the secret itself: nothing that could be opened a second time does. */
    @PostMapping("/{id}/secret")
    String renewSecret(StaffMember me, @PathVariable UUID id, Model model) {
        return withSecret(me, id, notices.renewSecret(me, id), model);
    }

    @PostMapping("/{id}/trial")
    String tryOut(StaffMember me, @PathVariable UUID id) {
        notices.tryOut(me, id);
        return back(id, "tried");
    }

    @PostMapping("/{id}/messages/{message}/again")
    String sendAgain(StaffMember me, @PathVariable UUID id, @PathVariable UUID message) {
        notices.sendAgain(me, id, message);
        return back(id, "again");
    }

    @PostMapping("/{id}/remove")
    String remove(StaffMember me, @PathVariable UUID id) {
        notices.remove(me, id);
        return "redirect:/desk/webhooks?done=removed";
    }

    private String withSecret(StaffMember me, UUID id, SharedSecret secret, Model model) {
        ReceiverSummary summary = notices.receiver(me, id);
        model.addAttribute(
                "view",
                new WebhookView(
                        summary,
                        notices.history(me, id, NEWEST),
                        summary.receiver().topics(),
                        FormState.FRESH,
                        Optional.of(secret),
                        ""));
        return "services/notices/webhook";
    }

    private String form(String body, String address, Set<String> topics, FormState form, Model model) {
        model.addAttribute("view", new WebhookFormView(body, address, topics, organisation.bodies(), form));
        return "services/notices/webhook-form";
    }

    private static String back(UUID id, String done) {
        return "redirect:/desk/webhooks/" + id + "?done=" + done;
    }
}
