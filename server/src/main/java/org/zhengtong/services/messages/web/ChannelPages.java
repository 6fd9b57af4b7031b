package org.zhengtong.services.messages.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.TryAgain;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.Subscriptions;
import org.zhengtong.services.messages.Subscriptions.Answer;

/** Choosing how one is told, and stopping it. */
@Controller
@RequestMapping("/my/messages/channels")
class ChannelPages {
    private final Subscriptions subscriptions;

    ChannelPages(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping
    String channels(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = done.matches("sms|code|mail|stopped") ? "messages.done." + done : "";
        return show(me, "", FormState.FRESH, "", Optional.empty(), sentence, model);
    }

    @PostMapping("/sms")
    String sms(SignedIn me, Locale locale) {
        subscriptions.turnOnSms(me.person(), locale);
        return "redirect:/my/messages/channels?done=sms";
    }

    @PostMapping("/mail")
    String mail(
            SignedIn me,
            @RequestParam(defaultValue = "") String address,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return answered(me, subscriptions.offerMail(me.person(), address, locale), address, "code", response, model);
    }

    @PostMapping("/mail/code")
    String code(SignedIn me, @RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
        return answered(me, subscriptions.confirmMail(me.person(), code), "", "mail", response, model);
    }

    @PostMapping("/{channel}/stop")
    String stop(SignedIn me, @PathVariable MessageChannel channel) {
        subscriptions.stop(me.person(), channel);
        return "redirect:/my/messages/channels?done=stopped";
    }

    private String answered(
            SignedIn me, Answer answer, String typed, String done, HttpServletResponse response, Model model) {
        return switch (answer) {
            case Answer.Done _ -> "redirect:/my/messages/channels?done=" + done;
            case Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(me, typed, new FormState(fields), "", Optional.empty(), "", model);
            }
            case Answer.TooMany(var again) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield show(
                        me, typed, FormState.FRESH, "messages.too-many", Optional.of(new TryAgain(again)), "", model);
            }
            case Answer.NotCarriedNow _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield show(me, typed, FormState.FRESH, "messages.not-now", Optional.empty(), "", model);
            }
        };
    }

    private String show(
            SignedIn me,
            String typed,
            FormState form,
            String problem,
            Optional<TryAgain> again,
            String done,
            Model model) {
        model.addAttribute(
                "view",
                new ChannelsView(
                        subscriptions.of(me.person()),
                        typed,
                        subscriptions.demonstratedCode(me.person()),
                        form,
                        problem,
                        again,
                        done));
        return "services/messages/channels";
    }
}
