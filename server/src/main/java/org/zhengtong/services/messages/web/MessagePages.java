package org.zhengtong.services.messages.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Messages;

/** What a person was told of their cases. */
@Controller
@RequestMapping("/my/messages")
class MessagePages {
    private final Messages messages;

    MessagePages(Messages messages) {
        this.messages = messages;
    }

    @GetMapping
    String list(
            SignedIn me,
            @RequestParam Optional<Long> before,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        List<CaseMessage> page =
                messages.of(me.person(), before.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        model.addAttribute(
                "view",
                new MessageListView(
                        page, messages.unread(me.person()) > 0, done.equals("read") ? "messages.done.read" : ""));
        return "services/messages/messages";
    }

    @GetMapping("/{id}")
    String one(SignedIn me, @PathVariable UUID id, Model model) {
        CaseMessage message = messages.open(me.person(), id);
        model.addAttribute(
                "view",
                new MessageView(
                        message,
                        message.carriages().stream()
                                .map(one ->
                                        new MessageView.Sent(one, messages.letter(me.person(), message, one.channel())))
                                .toList()));
        return "services/messages/message";
    }

    @PostMapping("/read")
    String read(SignedIn me) {
        messages.markAllRead(me.person());
        return "redirect:/my/messages?done=read";
    }
}
