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
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.EntryDraft;

/** One handling item: its name, and the answers of the guide that lead to it. The program gives the numbers. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/guide/handling/{sequence}")
class HandlingPages {
    private static final String TEMPLATE = "services/editing/handling";
    private static final int MOST = 99;
    private final ListEditing lists;

    HandlingPages(ListEditing lists) {
        this.lists = lists;
    }

    @GetMapping
    String show(StaffMember me, @PathVariable UUID id, @PathVariable String sequence, Model model) {
        EntryDraft draft = lists.draft(me, id);
        HandlingItem kept = sequence.equals(ListEditing.NEW)
                ? new HandlingItem("", "", Map.of())
                : find(draft, sequence).orElseThrow(ListEditing::gone);
        EditorSheet sheet = lists.sheet(me, draft, Part.GUIDE, "");
        model.addAttribute("view", view(draft, sheet, sequence, MemberForm.of(GuideForm.words(kept))));
        return TEMPLATE;
    }

    @PostMapping
    String save(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String sequence,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        ListEditing.requireKnown(sequence, "[0-9]{2}", find(draft, sequence).isPresent());
        Typed typed = new Typed(form);
        HandlingItem changed = GuideForm.handling(number(draft, sequence), draft.item(), typed);
        List<HandlingItem> others = ListOrder.without(
                draft.item().handlingItems(), one -> one.sequence().equals(changed.sequence()));
        if (changed.sequence().length() > 2) {
            typed.refuse("name", "editing.wrong.lines", MOST);
        }
        if (others.stream().anyMatch(one -> one.name().equals(changed.name()))) {
            typed.refuse("name", "editing.wrong.twice");
        }
        if (!typed.wrong().isEmpty()) {
            EditorSheet sheet = lists.sheet(me, draft, Part.GUIDE, "");
            MemberForm shown = MemberForm.wrong(typed.texts(), typed.wrong());
            return ListEditing.again(
                    TEMPLATE, view(draft, sheet, sequence, shown), HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        List<HandlingItem> all = ListOrder.with(
                draft.item().handlingItems(), one -> one.sequence().equals(changed.sequence()), changed);
        return switch (lists.save(me, draft, Part.GUIDE, seen, Map.of(Element.HANDLING_ITEMS, all))) {
            case Saved.Here _ -> ListEditing.back(draft, Part.GUIDE, "saved");
            case Saved.Elsewhere other -> {
                Map<String, String> theirs =
                        find(other.draft(), sequence).map(GuideForm::words).orElse(Map.of());
                MemberForm shown = MemberForm.elsewhere(typed.texts(), theirs);
                yield ListEditing.again(
                        TEMPLATE,
                        view(other.draft(), lists.elsewhere(me, other, Part.GUIDE), sequence, shown),
                        HttpStatus.CONFLICT,
                        model,
                        response);
            }
        };
    }

    private HandlingView view(EntryDraft draft, EditorSheet sheet, String sequence, MemberForm form) {
        return new HandlingView(
                sheet,
                sheet.address() + "/handling/" + sequence,
                find(draft, sequence).map(HandlingItem::name).orElse(""),
                draft.item().code().value() + number(draft, sequence),
                draft.item().situations(),
                form);
    }

    private String number(EntryDraft draft, String sequence) {
        return sequence.equals(ListEditing.NEW)
                ? GuideForm.nextSequence(Stream.concat(Stream.of(draft.item()), lists.published(draft).stream()))
                : sequence;
    }

    private static Optional<HandlingItem> find(EntryDraft draft, String sequence) {
        return draft.item().handlingItems().stream()
                .filter(one -> one.sequence().equals(sequence))
                .findFirst();
    }
}
