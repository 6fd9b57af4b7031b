package org.zhengtong.services.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.TryAgain;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.services.cases.ProgressAnswer;
import org.zhengtong.services.cases.PublicProgress;
import org.zhengtong.services.cases.ReceiptNumber;
import org.zhengtong.services.cases.web.ProgressView.Wrong;

/** Anyone who holds a receipt asks here how far the matter is. Sent by POST: the digits belong into no address. */
@Controller
@RequestMapping("/progress")
class ProgressPages {
    private static final int LONGEST = 40;

    private final PublicProgress progress;
    private final Clock clock;

    ProgressPages(PublicProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String receipt, Model model) {
        return show(ProgressView.blank(shortened(receipt)), model);
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String digits,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String typed = shortened(receipt);
        Optional<ReceiptNumber> number = ReceiptNumber.parse(typed);
        Optional<LastFour> four = LastFour.parse(shortened(digits));
        if (number.isPresent() && four.isPresent()) {
            ProgressAnswer answer = progress.ask(number.get(), four.get(), request.getRemoteAddr());
            return show(answered(answer, typed, response), model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        List<Wrong> wrong = new ArrayList<>();
        if (number.isEmpty()) {
            wrong.add(misread("receipt", typed));
        }
        if (four.isEmpty()) {
            wrong.add(misread("digits", digits));
        }
        return show(ProgressView.wrong(typed, wrong), model);
    }

    private ProgressView answered(ProgressAnswer answer, String typed, HttpServletResponse response) {
        return switch (answer) {
            case ProgressAnswer.Found(var found) -> ProgressView.found(found);
            case ProgressAnswer.FoundWhole(var found) -> ProgressView.found(found);
            case ProgressAnswer.Unknown _ -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                yield ProgressView.wrong(typed, List.of(Wrong.with("", "problem.progress-unknown")));
            }
            case ProgressAnswer.TooManyQuestions(TryAgain again) ->
                later("problem.too-many-progress-questions", again, typed, response);
            case ProgressAnswer.TooManyMistakes(TryAgain again) ->
                later("problem.too-many-progress-mistakes", again, typed, response);
        };
    }

    private ProgressView later(String sentence, TryAgain again, String typed, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, again.secondsAfter(clock.instant()));
        return ProgressView.wrong(typed, List.of(new Wrong("", sentence, Optional.of(again))));
    }

    private static Wrong misread(String field, String typed) {
        return Wrong.with(field, "cases.progress." + field + (typed.isBlank() ? ".missing" : ".misshapen"));
    }

    private static String show(ProgressView view, Model model) {
        model.addAttribute("view", view);
        return "services/cases/progress";
    }

    private static String shortened(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }
}
