package org.zhengtong.services.instruments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Wording;
import org.zhengtong.services.instruments.Wordings;

/** The steward's desk: how the documents of the body are worded. */
@Controller
@RequestMapping("/desk/instruments")
class WordingPages {
    private final Wordings wordings;
    private final Sheets sheets;

    WordingPages(Wordings wordings, Sheets sheets) {
        this.wordings = wordings;
        this.sheets = sheets;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        model.addAttribute("view", new WordingsView(me.body().name(), wordings.all(me)));
        return "services/instruments/wordings";
    }

    @GetMapping("/{kind}")
    String one(StaffMember me, @PathVariable String kind, @RequestParam(defaultValue = "") String done, Model model) {
        Wordings.InForce inForce = wordings.of(me, kind(kind));
        String sentence = switch (done) {
            case "saved" -> "instruments.wording.saved";
            case "back" -> "instruments.wording.back.done";
            default -> "";
        };
        return show(me, inForce, inForce.wording(), FormState.FRESH, sentence, model);
    }

    /** Shows how what is typed would look; nothing is saved. */
    @PostMapping("/{kind}/preview")
    String preview(
            StaffMember me,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        Wordings.InForce inForce = wordings.of(me, kind(kind));
        Wording typed = Wording.typed(title, text);
        FormState form = form(typed.check(inForce.kind()));
        if (form.isWrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(me, inForce, typed, form, "", model);
    }

    @PostMapping("/{kind}")
    String save(
            StaffMember me,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int newest,
            HttpServletResponse response,
            Model model) {
        return answered(
                me,
                kind(kind),
                wordings.save(me, kind(kind), newest, title, text),
                Wording.typed(title, text),
                response,
                model);
    }

    @PostMapping("/{kind}/built-in")
    String back(
            StaffMember me,
            @PathVariable String kind,
            @RequestParam(defaultValue = "0") int newest,
            HttpServletResponse response,
            Model model) {
        DocumentKind of = kind(kind);
        Wordings.Answer answer = wordings.backToBuiltIn(me, of, newest);
        return answer instanceof Wordings.Answer.Saved
                ? "redirect:/desk/instruments/" + of + "?done=back"
                : answered(me, of, answer, wordings.of(me, of).wording(), response, model);
    }

    private String answered(
            StaffMember me,
            DocumentKind kind,
            Wordings.Answer answer,
            Wording typed,
            HttpServletResponse response,
            Model model) {
        FormState form = switch (answer) {
            case Wordings.Answer.Saved _ -> FormState.FRESH;
            case Wordings.Answer.Wrong(List<Wording.Finding> findings) -> form(findings);
            case Wordings.Answer.Overtaken(int newest) ->
                new FormState(List.of(new WrongField("text", "instruments.overtaken", newest)));
        };
        if (!form.isWrong()) {
            return "redirect:/desk/instruments/" + kind + "?done=saved";
        }
        response.setStatus(
                (answer instanceof Wordings.Answer.Overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT)
                        .value());
        return show(me, wordings.of(me, kind), typed, form, "", model);
    }

    private String show(
            StaffMember me, Wordings.InForce inForce, Wording shown, FormState form, String done, Model model) {
        Optional<SheetView> preview = shown.check(inForce.kind()).isEmpty()
                ? Optional.of(sheets.of(wordings.preview(me, inForce.kind(), shown)))
                : Optional.empty();
        model.addAttribute(
                "view",
                new WordingView(
                        inForce.kind(),
                        shown.title(),
                        shown.text(),
                        inForce.newest(),
                        inForce.own(),
                        form,
                        done,
                        inForce.newest(),
                        preview,
                        wordings.versions(me, inForce.kind())));
        return "services/instruments/wording";
    }

    private static FormState form(List<Wording.Finding> findings) {
        return new FormState(findings.stream()
                .map(finding -> new WrongField(
                        finding.inTitle() ? "title" : "text", "instruments.fault." + finding.fault(), finding.values()))
                .toList());
    }

    private static DocumentKind kind(String name) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("instruments.unknown-kind"));
    }
}
