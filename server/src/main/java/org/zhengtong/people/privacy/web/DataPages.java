package org.zhengtong.people.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.privacy.Choices;
import org.zhengtong.people.privacy.DataRequests;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.people.privacy.Purpose;
import tools.jackson.databind.json.JsonMapper;

/** What the house keeps of me. */
@Controller
@RequestMapping("/my/data")
class DataPages {
    private final OwnData data;
    private final Choices choices;
    private final DataRequests requests;
    private final ExportWords words;
    private final DataPaper paper;
    private final JsonMapper json;

    DataPages(
            OwnData data, Choices choices, DataRequests requests, ExportWords words, DataPaper paper, JsonMapper json) {
        this.data = data;
        this.choices = choices;
        this.requests = requests;
        this.words = words;
        this.paper = paper;
        this.json = json;
    }

    @GetMapping
    String overview(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute(
                "view",
                new DataView(
                        data.looks(me),
                        data.counts(me),
                        choices.of(me.person()),
                        requests.of(me),
                        done.matches("use|request|withdrawn") ? "privacy.done." + done : ""));
        return "people/privacy/data";
    }

    @PostMapping("/uses")
    String use(SignedIn me, @RequestParam String purpose, @RequestParam boolean allowed) {
        choices.decide(me, purpose(purpose), allowed);
        return "redirect:/my/data?done=use";
    }

    static Purpose purpose(String name) {
        return Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("privacy.unknown-use"));
    }

    @PostMapping("/export.json")
    ResponseEntity<byte[]> json(SignedIn me) {
        Taken taken = words.of(data.export(me));
        return file(
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(taken),
                MediaType.APPLICATION_JSON_VALUE,
                ".json");
    }

    @PostMapping("/export.pdf")
    ResponseEntity<byte[]> pdf(SignedIn me) {
        return file(paper.pdf(words.of(data.export(me))), MediaType.APPLICATION_PDF_VALUE, ".pdf");
    }

    private ResponseEntity<byte[]> file(byte[] content, String type, String ending) {
        return FileAnswer.made(content, type, words.t("privacy.paper.title") + ending);
    }

    @GetMapping("/closing")
    String closing(SignedIn me, Model model) {
        model.addAttribute("view", new ClosingView(data.hindrances(me), Optional.empty(), FormState.FRESH));
        return "people/privacy/closing";
    }

    @PostMapping("/closing")
    String close(
            SignedIn me,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        switch (data.close(me, password)) {
            case OwnData.Closing.Closed(var stays) -> {
                SessionToken.forget(request, response);
                model.addAttribute("view", new ClosingView(List.of(), Optional.of(stays), FormState.FRESH));
            }
            case OwnData.Closing.Hindered(var first) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("view", new ClosingView(first, Optional.empty(), FormState.FRESH));
            }
            case OwnData.Closing.WrongPassword() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute(
                        "view",
                        new ClosingView(
                                List.of(),
                                Optional.empty(),
                                new FormState(List.of(new WrongField("password", "identity.wrong.present-password")))));
            }
        }
        return "people/privacy/closing";
    }
}
