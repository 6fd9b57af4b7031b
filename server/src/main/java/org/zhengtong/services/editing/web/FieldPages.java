package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.licences.Licences;

/** One question of the form: what is asked, when, where the answer may come from, and what it must satisfy. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/form/fields/{field}")
class FieldPages {
    private static final String TEMPLATE = "services/editing/field";
    private static final int MOST = 200;
    private final ListEditing lists;
    private final Licences licences;

    FieldPages(ListEditing lists, Licences licences) {
        this.lists = lists;
        this.licences = licences;
    }

    @GetMapping
    String show(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String section,
            Model model) {
        EntryDraft draft = lists.draft(me, id);
        Form form = draft.item().form();
        MemberForm shown = field.equals(ListEditing.NEW)
                ? MemberForm.of(Map.of("kind", Kind.TEXT.name(), "required", "true", "section", section))
                : new MemberForm(words(form, field), new FormState(FaultWords.ofField(form, field)), Map.of());
        model.addAttribute("view", view(draft, lists.sheet(me, draft, Part.FORM, ""), field, shown));
        return TEMPLATE;
    }

    @PostMapping
    String save(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Form form = draft.item().form();
        ListEditing.requireKnown(
                field, SectionPages.SIMPLE_NAME, form.field(field).isPresent());
        Typed typed = new Typed(sent);
        Form all = read(field, form, typed);
        if (!typed.wrong().isEmpty()) {
            MemberForm shown = MemberForm.wrong(typed.texts(), typed.wrong());
            FormFieldView view = view(draft, lists.sheet(me, draft, Part.FORM, ""), field, shown);
            return ListEditing.again(TEMPLATE, view, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        return switch (lists.save(me, draft, Part.FORM, seen, Map.of(Element.FORM, all))) {
            case Saved.Here _ -> ListEditing.back(draft, Part.FORM, "saved");
            case Saved.Elsewhere other -> {
                Form now = other.draft().item().form();
                Map<String, String> theirs = now.field(field).isPresent() ? words(now, field) : Map.of();
                MemberForm shown = MemberForm.elsewhere(typed.texts(), theirs);
                FormFieldView view = view(other.draft(), lists.elsewhere(me, other, Part.FORM), field, shown);
                yield ListEditing.again(TEMPLATE, view, HttpStatus.CONFLICT, model, response);
            }
        };
    }

    /** The form with the question in it; what makes it unfit is refused where it is typed. */
    private static Form read(String field, Form form, Typed typed) {
        String section = typed.line("section", 40);
        String id = field;
        if (field.equals(ListEditing.NEW)) {
            String wished = typed.line("id", 40);
            id = wished.isEmpty() ? FormChange.freshId(form, typed.first("label"), "field") : wished;
            if (FormChange.ids(form).contains(id) || id.equals(ListEditing.NEW)) {
                typed.refuse("id", "editing.fault.ID_TWICE", id);
            }
        }
        Field changed = FieldForm.read(id, typed);
        if (form.section(section).isEmpty()) {
            typed.refuse("section", "editing.wrong.choice");
        }
        Form all = FormChange.with(form, section, changed);
        if (all.fields().size() > MOST) {
            typed.refuse("label", "editing.wrong.lines", MOST);
        }
        if (typed.wrong().isEmpty()) {
            FaultWords.ofField(all, id)
                    .forEach(fault -> typed.refuse(
                            fault.field(), fault.sentence(), fault.values().toArray()));
        }
        return all;
    }

    private FormFieldView view(EntryDraft draft, EditorSheet sheet, String field, MemberForm shown) {
        Form form = draft.item().form();
        Optional<Field> kept = form.field(field);
        String section = shown.text("section");
        return new FormFieldView(
                sheet,
                sheet.address() + "/fields/" + field,
                kept.map(Field::label).orElse(""),
                kept.map(Field::id).orElse(""),
                form.sections(),
                ConditionChoice.forField(form, section, field, shown.text("when")),
                licences.types(),
                shown);
    }

    private static Map<String, String> words(Form form, String field) {
        Map<String, String> words =
                new LinkedHashMap<>(form.field(field).map(FieldForm::words).orElseThrow(ListEditing::gone));
        words.put("section", form.sectionOf(field).map(Section::id).orElse(""));
        return words;
    }
}
