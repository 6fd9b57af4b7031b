package org.zhengtong.services.messages.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.services.messages.Subscriptions;

/**
 * Where the link in a letter leads: one button, no signing in. Looking alone changes nothing, because mail programs look
 * at links before people do.
 */
@Controller
@RequestMapping("/messages/stop/{token}")
class StopPages {
    private final Subscriptions subscriptions;

    StopPages(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping
    String ask(@PathVariable String token, HttpServletResponse response, Model model) {
        return show(new StopView(token, subscriptions.ofLink(token), false), response, model);
    }

    @PostMapping
    String stop(@PathVariable String token, HttpServletResponse response, Model model) {
        boolean stopped = subscriptions.stop(token);
        return show(new StopView(token, subscriptions.ofLink(token), stopped), response, model);
    }

    private static String show(StopView view, HttpServletResponse response, Model model) {
        if (view.channel().isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("view", view);
        return "services/messages/stop";
    }
}
