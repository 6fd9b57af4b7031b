package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Drafts.Saved;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.FormCheck;

/**
 * The questions, one page of the form at a time. Only what is asked in this situation stands on the page; an answer that
 * opens further questions shows the page again with them, so that nothing needs a script.
 */
@Controller
@RequestMapping("/drafts/{id}/questions/{section}")
class QuestionPages {
    private final Drafts drafts;

    QuestionPages(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What a page is made of. */
    private record Sheet(Draft draft, Form.Section section, AtHand atHand, Answers shown, Set<String> asked) {
        Form form() {
            return draft.item().form();
        }

        Map<String, String> bound() {
            return atHand.bound(form());
        }
    }

    @GetMapping
    String questions(
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) Optional<String> more,
            Model model) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return "redirect:/drafts/" + id;
        }
        AtHand atHand = drafts.atHand(draft);
        Form.Section page = section(draft, section);
        Sheet sheet = new Sheet(draft, page, atHand, prefilled(draft, page, atHand), Set.of());
        model.addAttribute("view", view(sheet, from, false, more.isPresent(), List.of()));
        return "services/filing/questions";
    }

    @PostMapping
    String save(
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String from,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        Draft before = drafts.draft(me, id);
        Form.Section page = section(before, section);
        AtHand atHand = drafts.atHand(before);
        Map<String, String> typed =
                typed(page, form, atHand.bound(before.item().form()).keySet());
        Saved saved = drafts.savePage(me, id, section, version, typed);
        Draft draft = saved.draft();
        Answers shown = draft.answers().with(typed);
        Sheet sheet = new Sheet(draft, page, atHand, shown, typed.keySet());
        if (saved instanceof Saved.Elsewhere) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("view", view(sheet, from, true, false, List.of()));
            return "services/filing/questions";
        }
        List<Finding> findings =
                FormCheck.check(sheet.form(), shown, sheet.bound()).in(page);
        List<Finding> wrong = findings.stream()
                .filter(finding -> typed.containsKey(finding.id()))
                .toList();
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", view(sheet, from, false, false, wrong));
            return "services/filing/questions";
        }
        boolean more = page.fields().stream()
                .anyMatch(field -> FormCheck.isAsked(sheet.form(), field, shown.with(sheet.bound()))
                        && !typed.containsKey(field.id())
                        && !sheet.bound().containsKey(field.id()));
        return "redirect:"
                + (more
                        ? Paths.of(draft) + "/questions/" + section + "?more&from=" + back(from)
                        : next(draft, section, from));
    }

    private static String back(String from) {
        return from.equals("check") ? "check" : "";
    }

    /** On to the next page of the form; back to where one came from; after the last page to the task list. */
    private static String next(Draft draft, String section, String from) {
        if (from.equals("check")) {
            return Paths.of(draft) + "/check";
        }
        Form form = draft.item().form();
        return form.sections().stream()
                .dropWhile(one -> !one.id().equals(section))
                .skip(1)
                .filter(one -> one.fields().stream().anyMatch(field -> FormCheck.isAsked(form, field, draft.answers())))
                .findFirst()
                .map(one -> Paths.of(draft) + "/questions/" + one.id())
                .orElse(Paths.of(draft));
    }

    private static QuestionsView view(Sheet sheet, String from, boolean elsewhere, boolean more, List<Finding> wrong) {
        Map<String, String> bound = sheet.bound();
        Answers all = sheet.shown().with(bound);
        List<FieldView> fields = sheet.section().fields().stream()
                .filter(field -> FormCheck.isAsked(sheet.form(), field, all))
                .map(field -> FieldView.of(
                        field,
                        all.to(field.id()).orElse(""),
                        sheet.atHand().answer(field),
                        bound.containsKey(field.id()),
                        wrong.stream()
                                .filter(finding -> finding.id().equals(field.id()))
                                .findFirst(),
                        elsewhere ? elsewhere(sheet, field) : ""))
                .toList();
        String path = Paths.of(sheet.draft());
        return new QuestionsView(
                path + "/questions/" + sheet.section().id(),
                path + (from.equals("check") ? "/check" : ""),
                sheet.draft().item().name(),
                sheet.section().title(),
                sheet.draft().version(),
                back(from),
                elsewhere,
                more,
                fields,
                Wrong.of(wrong));
    }

    private static String elsewhere(Sheet sheet, Form.Field field) {
        String kept = sheet.draft().answers().to(field.id()).orElse("");
        return sheet.asked().contains(field.id())
                        && !kept.equals(sheet.shown().to(field.id()).orElse(""))
                ? kept
                : "";
    }

    /**
     * What the house knows stands in the fields that are still empty. A question one need not answer and has left blank
     * stays blank.
     */
    private static Answers prefilled(Draft draft, Form.Section section, AtHand atHand) {
        boolean saved = draft.pages().containsKey(section.id());
        Map<String, String> known = new LinkedHashMap<>();
        for (Form.Field field : section.fields()) {
            boolean empty = draft.answers().to(field.id()).isEmpty();
            if (empty && (field.required() || !saved)) {
                atHand.answer(field).ifPresent(one -> known.put(field.id(), one.answer()));
            }
        }
        return draft.answers().with(known);
    }

    private static Map<String, String> typed(
            Form.Section section, MultiValueMap<String, String> form, Set<String> bound) {
        Set<String> asked = Set.copyOf(form.getOrDefault("asked", List.of()));
        Map<String, String> typed = new LinkedHashMap<>();
        for (Form.Field field : section.fields()) {
            String value = form.getFirst("answer-" + field.id());
            if (!bound.contains(field.id()) && (value != null || asked.contains(field.id()))) {
                typed.put(field.id(), value == null ? "" : value);
            }
        }
        return typed;
    }

    private static Form.Section section(Draft draft, String id) {
        return draft.item().form().section(id).orElseThrow(() -> Problem.notFound("filing.unknown-page"));
    }
}
