package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Drafts.Saved;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.filing.web.PostedPage.Wish;

/**
 * The questions, one page of the form at a time. Only what is asked in this situation stands on the page; an answer that
 * opens further questions shows the page again with them, and so do "add another" and "remove", so that nothing needs a
 * script.
 */
@Controller
@RequestMapping("/drafts/{id}/questions/{section}")
class QuestionPages {
    private static final String PAGE = "services/filing/questions";

    private final Drafts drafts;
    private final FormCheck check;
    private final FieldViews fields;
    private final FileStore files;

    QuestionPages(Drafts drafts, FormCheck check, FieldViews fields, FileStore files) {
        this.drafts = drafts;
        this.check = check;
        this.fields = fields;
        this.files = files;
    }

    @GetMapping
    String questions(
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) Optional<String> more,
            @RequestParam(defaultValue = "-1") int entries,
            Model model) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return "redirect:/drafts/" + id;
        }
        AtHand atHand = drafts.atHand(draft);
        Form.Section page = section(draft, section);
        int shown = entries < 0 ? Sheet.entriesAtFirst(draft, page) : entries;
        Sheet sheet = new Sheet(draft, page, atHand, Sheet.prefilled(draft, page, atHand), Set.of(), shown);
        model.addAttribute("view", sheet.view(fields, from, false, more.isPresent(), List.of()));
        Paths.shell(model, draft, me);
        return PAGE;
    }

    @PostMapping
    String save(
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String from,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> uploads,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Draft before = drafts.draft(me, id);
        Form.Section page = section(before, section);
        AtHand atHand = drafts.atHand(before);
        Map<String, String> kept = new LinkedHashMap<>();
        List<Finding> refused = keep(me, before, uploads, kept);
        PostedPage posted = new PostedPage(form, kept, before.answers().values().values());
        Map<String, String> typed = posted.answers(
                page,
                atHand.bound(before.item().form()).keySet(),
                before.answers().values());
        Saved saved = drafts.savePage(me, id, section, version, typed);
        Draft draft = saved.draft();
        Answers shown = draft.answers().with(typed);
        int entries = new Questionnaire(draft.item().form(), shown.values()).entries(page);
        if (saved instanceof Saved.Elsewhere) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Sheet sheet = new Sheet(draft, page, atHand, shown, typed.keySet(), entries);
            model.addAttribute("view", sheet.view(fields, from, true, false, List.of()));
            Paths.shell(model, draft, me);
            return PAGE;
        }
        if (posted.wish() != Wish.GO_ON && page.repeat().isPresent()) {
            int wanted = posted.wish() == Wish.ADD ? entries + 1 : Math.max(entries, posted.entries() - 1);
            int anchor = posted.wish() == Wish.ADD ? wanted : Math.max(1, wanted);
            return "redirect:" + Paths.of(draft) + "/questions/" + section + "?entries=" + wanted + "&from="
                    + Sheet.back(from) + "#" + section + "-" + anchor;
        }
        Sheet sheet = new Sheet(draft, page, atHand, shown, typed.keySet(), entries);
        List<Finding> wrong = new ArrayList<>(refused);
        check.check(sheet.form(), shown, sheet.bound()).in(page).stream()
                .filter(finding ->
                        typed.containsKey(finding.id()) || finding.id().equals(section))
                .filter(finding -> refused.stream().noneMatch(one -> one.id().equals(finding.id())))
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", sheet.view(fields, from, false, false, wrong));
            Paths.shell(model, draft, me);
            return PAGE;
        }
        return "redirect:"
                + (sheet.hasMore()
                        ? Paths.of(draft) + "/questions/" + section + "?more&from=" + Sheet.back(from)
                        : next(draft, section, from));
    }

    /** A file that came with an answer, shown to whom it belongs. */
    @GetMapping("/files/{file}")
    ResponseEntity<InputStreamResource> file(
            SignedIn me, @PathVariable UUID id, @PathVariable String section, @PathVariable UUID file) {
        Draft draft = drafts.draft(me, id);
        boolean answered = draft.answers().values().entrySet().stream()
                .anyMatch(answer -> answer.getValue().equals(file.toString())
                        && Questionnaire.question(draft.item().form(), answer.getKey())
                                .filter(asked -> asked.field().kind() == Kind.FILE)
                                .isPresent());
        return fields.file(file.toString())
                .filter(_ -> answered)
                .map(stored -> Download.of(stored, files))
                .orElseThrow(() -> Problem.notFound("filing.unknown-page"));
    }

    /** Keeps the files that came with the page; those refused are found wrong. */
    private List<Finding> keep(
            SignedIn me, Draft draft, MultiValueMap<String, MultipartFile> uploads, Map<String, String> kept)
            throws IOException {
        List<Finding> refused = new ArrayList<>();
        for (Map.Entry<String, List<MultipartFile>> upload : uploads.entrySet()) {
            String key = upload.getKey().replaceFirst("^file-", "");
            boolean asked = Questionnaire.question(draft.item().form(), key)
                    .filter(one -> one.field().kind() == Kind.FILE)
                    .isPresent();
            if (asked) {
                Uploads given = Uploads.of(
                        upload.getValue(),
                        key,
                        (content, name) ->
                                drafts.keep(me, draft.id(), content, name).id());
                given.kept().forEach(file -> kept.put(key, file.id().toString()));
                given.refused()
                        .forEach(no -> refused.add(new Finding(Finding.Part.ANSWERS, key, no.key(), no.values())));
            }
        }
        return refused;
    }

    /** On to the next page of the form; back to where one came from; after the last page to the task list. */
    private static String next(Draft draft, String section, String from) {
        if (from.equals("check")) {
            return Paths.of(draft) + "/check";
        }
        Form form = draft.item().form();
        Questionnaire questions = new Questionnaire(form, draft.answers().values());
        return form.sections().stream()
                .dropWhile(one -> !one.id().equals(section))
                .skip(1)
                .filter(questions::isAsked)
                .findFirst()
                .map(one -> Paths.of(draft) + "/questions/" + one.id())
                .orElse(Paths.of(draft));
    }

    private static Form.Section section(Draft draft, String id) {
        return draft.item().form().section(id).orElseThrow(() -> Problem.notFound("filing.unknown-page"));
    }
}
