package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Element.Part;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.EntryDraft;

/** One question of the guide with its answers and what each spares. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/guide/situations/{situation}")
class SituationPages {
    private static final String TEMPLATE = "services/editing/situation";
    private static final int MOST = 30;
    private final ListEditing lists;

    SituationPages(ListEditing lists) {
        this.lists = lists;
    }

    @GetMapping
    String show(StaffMember me, @PathVariable UUID id, @PathVariable String situation, Model model) {
        EntryDraft draft = lists.draft(me, id);
        Situation kept = situation.equals(ListEditing.NEW)
                ? new Situation("", "", List.of())
                : find(draft, situation).orElseThrow(ListEditing::gone);
        EditorSheet sheet = lists.sheet(me, draft, Part.GUIDE, "");
        List<String> rows = GuideForm.rows(kept.answers());
        model.addAttribute("view", view(draft, sheet, situation, rows, MemberForm.of(GuideForm.words(kept))));
        return TEMPLATE;
    }

    @PostMapping
    String save(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String situation,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        ListEditing.requireKnown(
                situation, "s[0-9]{1,6}", find(draft, situation).isPresent());
        List<String> sent = GuideForm.rows(rows);
        Typed typed = new Typed(form);
        String key = situation.equals(ListEditing.NEW) ? nextId(draft) : situation;
        Situation changed = GuideForm.situation(key, sent, draft.item(), typed);
        List<Situation> all =
                ListOrder.with(draft.item().situations(), one -> one.id().equals(key), changed);
        if (all.size() > MOST) {
            typed.refuse("question", "editing.wrong.lines", MOST);
        }
        if (!typed.wrong().isEmpty()) {
            EditorSheet sheet = lists.sheet(me, draft, Part.GUIDE, "");
            MemberForm shown = MemberForm.wrong(typed.texts(), typed.wrong());
            return ListEditing.again(
                    TEMPLATE,
                    view(draft, sheet, situation, sent, shown),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    model,
                    response);
        }
        return switch (lists.save(me, draft, Part.GUIDE, seen, Map.of(Element.SITUATIONS, all))) {
            case Saved.Here _ -> ListEditing.back(draft, Part.GUIDE, "saved");
            case Saved.Elsewhere other -> {
                Optional<Situation> theirs = find(other.draft(), situation);
                List<String> shownRows = Stream.concat(
                                sent.stream(),
                                theirs.stream()
                                        .flatMap(one -> one.answers().stream())
                                        .map(Situation.Answer::id))
                        .distinct()
                        .toList();
                MemberForm shown = MemberForm.elsewhere(
                        typed.texts(), theirs.map(GuideForm::words).orElse(Map.of()));
                yield ListEditing.again(
                        TEMPLATE,
                        view(other.draft(), lists.elsewhere(me, other, Part.GUIDE), situation, shownRows, shown),
                        HttpStatus.CONFLICT,
                        model,
                        response);
            }
        };
    }

    private static SituationView view(
            EntryDraft draft, EditorSheet sheet, String situation, List<String> rows, MemberForm form) {
        return new SituationView(
                sheet,
                sheet.address() + "/situations/" + situation,
                find(draft, situation).map(Situation::question).orElse(""),
                rows,
                draft.item().materials(),
                GuidePages.reaches(draft.item(), situation),
                form);
    }

    private String nextId(EntryDraft draft) {
        return ListOrder.nextId(
                "s",
                Stream.concat(Stream.of(draft.item()), lists.published(draft).stream())
                        .map(ServiceItem::situations)
                        .flatMap(List::stream)
                        .map(Situation::id)
                        .toList());
    }

    private static Optional<Situation> find(EntryDraft draft, String situation) {
        return draft.item().situations().stream()
                .filter(one -> one.id().equals(situation))
                .findFirst();
    }
}
