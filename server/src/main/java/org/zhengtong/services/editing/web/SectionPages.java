package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Element.Part;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Repeat;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.FormFaults;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.EntryDraft;

/** One page of the form: what it is called, when it is asked, and whether it is asked several times. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/form/sections/{section}")
class SectionPages {
    static final String SIMPLE_NAME = "[a-z][a-z0-9_]{0,39}";
    private static final String TEMPLATE = "services/editing/section";
    private static final int MOST = 40;
    private final ListEditing lists;

    SectionPages(ListEditing lists) {
        this.lists = lists;
    }

    @GetMapping
    String show(StaffMember me, @PathVariable UUID id, @PathVariable String section, Model model) {
        EntryDraft draft = lists.draft(me, id);
        Map<String, String> words = section.equals(ListEditing.NEW)
                ? Map.of()
                : draft.item().form().section(section).map(SectionPages::words).orElseThrow(ListEditing::gone);
        MemberForm form = section.equals(ListEditing.NEW)
                ? MemberForm.of(words)
                : new MemberForm(
                        words,
                        new FormState(FaultWords.ofWrittenSection(draft.item().form(), section)),
                        Map.of());
        model.addAttribute("view", view(draft, lists.sheet(me, draft, Part.FORM, ""), section, form));
        return TEMPLATE;
    }

    @PostMapping
    String save(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Form form = draft.item().form();
        Optional<Section> kept = form.section(section);
        ListEditing.requireKnown(section, SIMPLE_NAME, kept.isPresent());
        Typed typed = new Typed(sent);
        Section changed = read(section, form, kept, typed);
        Form all = FormChange.with(form, changed.id(), changed);
        if (all.sections().size() > MOST) {
            typed.refuse("title", "editing.wrong.lines", MOST);
        }
        if (typed.wrong().isEmpty()) {
            FaultWords.ofWrittenSection(all, changed.id())
                    .forEach(fault -> typed.refuse(
                            fault.field(), fault.sentence(), fault.values().toArray()));
        }
        if (!typed.wrong().isEmpty()) {
            MemberForm shown = MemberForm.wrong(typed.texts(), typed.wrong());
            SectionView view = view(draft, lists.sheet(me, draft, Part.FORM, ""), section, shown);
            return ListEditing.again(TEMPLATE, view, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        return switch (lists.save(me, draft, Part.FORM, seen, Map.of(Element.FORM, all))) {
            case Saved.Here _ ->
                kept.isPresent()
                        ? ListEditing.back(draft, Part.FORM, "saved")
                        : "redirect:" + EntryFrame.address(draft, Part.FORM) + "/fields/" + ListEditing.NEW
                                + "?section=" + changed.id();
            case Saved.Elsewhere other -> {
                Optional<Section> theirs = other.draft().item().form().section(section);
                MemberForm shown = MemberForm.elsewhere(
                        typed.texts(), theirs.map(SectionPages::words).orElse(Map.of()));
                SectionView view = view(other.draft(), lists.elsewhere(me, other, Part.FORM), section, shown);
                yield ListEditing.again(TEMPLATE, view, HttpStatus.CONFLICT, model, response);
            }
        };
    }

    private static Section read(String section, Form form, Optional<Section> kept, Typed typed) {
        String title = typed.needed("title", 60);
        boolean repeated = typed.ticked("repeated");
        String each = repeated ? typed.needed("each", 40) : typed.line("each", 40);
        int least = typed.number("least", FormFaults.MOST_ENTRIES, 0);
        int most = typed.number("most", FormFaults.MOST_ENTRIES, FormFaults.MOST_ENTRIES);
        return new Section(
                section.equals(ListEditing.NEW) ? FormChange.freshId(form, title, "section") : section,
                title,
                kept.map(Section::fields).orElse(List.of()),
                FieldForm.condition(typed),
                repeated ? Optional.of(new Repeat(each, least, most)) : Optional.empty());
    }

    private static Map<String, String> words(Section section) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", section.title());
        words.put("when", FieldForm.words(section.shownWhen()));
        words.put("repeated", section.repeat().isPresent() ? "true" : "");
        section.repeat().ifPresent(repeat -> {
            words.put("each", repeat.each());
            words.put("least", Integer.toString(repeat.least()));
            words.put("most", Integer.toString(repeat.most()));
        });
        return words;
    }

    private static SectionView view(EntryDraft draft, EditorSheet sheet, String section, MemberForm form) {
        Optional<Section> kept = draft.item().form().section(section);
        return new SectionView(
                sheet,
                sheet.address() + "/sections/" + section,
                kept.map(Section::title).orElse(""),
                kept.map(Section::id).orElse(""),
                ConditionChoice.forSection(draft.item().form(), section, form.text("when")),
                form);
    }
}
