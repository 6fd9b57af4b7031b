package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Element.Part;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.FormBlock;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.web.MemberLine.Note;

/** The form of a draft as a whole: its pages and questions in their order, and what keeps it from being asked. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/form")
class FormPages {
    private static final String TEMPLATE = "services/editing/form";
    private final ListEditing lists;

    FormPages(ListEditing lists) {
        this.lists = lists;
    }

    @GetMapping
    String form(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        EntryDraft draft = lists.draft(me, id);
        model.addAttribute("view", view(draft, lists.sheet(me, draft, Part.FORM, done), List.of()));
        return TEMPLATE;
    }

    /** Puts a ready-made page in. */
    @PostMapping("/blocks")
    String insert(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String block,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Optional<FormBlock> wanted = Arrays.stream(FormBlock.values())
                .filter(one -> one.name().equals(block))
                .findFirst();
        Optional<Form> changed =
                wanted.flatMap(one -> FormChange.withBlock(draft.item().form(), one));
        if (changed.isEmpty()) {
            String sentence = wanted.isEmpty() ? "editing.wrong.choice" : "editing.form.block-taken";
            FormView view =
                    view(draft, lists.sheet(me, draft, Part.FORM, ""), List.of(new WrongField("block", sentence)));
            return ListEditing.again(TEMPLATE, view, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
        }
        return saved(me, draft, seen, changed.get(), "inserted", model, response);
    }

    @PostMapping("/{list:sections|fields}/{member}/move")
    String move(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String list,
            @PathVariable String member,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Form form = draft.item().form();
        Form changed = list.equals("sections")
                ? FormChange.moved(form, member, way.equals("up"))
                : FormChange.fieldMoved(form, member, way.equals("up"));
        return saved(me, draft, seen, changed, "moved", model, response);
    }

    @PostMapping("/{list:sections|fields}/{member}/remove")
    String remove(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String list,
            @PathVariable String member,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Form form = draft.item().form();
        Form changed =
                list.equals("sections") ? FormChange.without(form, member) : FormChange.fieldWithout(form, member);
        return saved(me, draft, seen, changed, "removed", model, response);
    }

    @PostMapping("/fields/{field}/copy")
    String copy(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Form changed = FormChange.fieldCopied(draft.item().form(), field);
        return saved(me, draft, seen, changed, "copied", model, response);
    }

    private String saved(
            StaffMember me,
            EntryDraft draft,
            String seen,
            Form changed,
            String done,
            Model model,
            HttpServletResponse response) {
        return switch (lists.save(me, draft, Part.FORM, seen, Map.of(Element.FORM, changed))) {
            case Saved.Here _ -> ListEditing.back(draft, Part.FORM, done);
            case Saved.Elsewhere other -> {
                FormView view = view(other.draft(), lists.elsewhere(me, other, Part.FORM), List.of());
                yield ListEditing.again(TEMPLATE, view, HttpStatus.CONFLICT, model, response);
            }
        };
    }

    private static FormView view(EntryDraft draft, EditorSheet sheet, List<WrongField> refused) {
        Form form = draft.item().form();
        return new FormView(
                sheet,
                form.sections().stream()
                        .map(section -> page(sheet, form, section))
                        .toList(),
                List.of(FormBlock.values()),
                refused);
    }

    private static FormView.Page page(EditorSheet sheet, Form form, Section section) {
        List<Note> notes = new ArrayList<>();
        section.repeat().ifPresent(repeat -> notes.add(new Note("editing.form.repeated", repeat.each())));
        section.shownWhen()
                .ifPresent(_ ->
                        notes.add(new Note("editing.form.when-is", ConditionChoice.label(form, section.shownWhen()))));
        return new FormView.Page(
                new MemberLine(
                        sheet.address() + "/sections/" + section.id(),
                        section.title(),
                        notes,
                        FaultWords.ofSection(form, section.id())),
                sheet.address() + "/fields/" + ListEditing.NEW + "?section=" + section.id(),
                section.fields().stream().map(field -> line(sheet, form, field)).toList());
    }

    private static MemberLine line(EditorSheet sheet, Form form, Field field) {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("editing.form.kind." + field.kind(), ""));
        if (!field.required()) {
            notes.add(new Note("editing.form.may-be-blank", ""));
        }
        field.prefill().ifPresent(_ -> notes.add(new Note("editing.form.is-prefilled", "")));
        field.shownWhen()
                .ifPresent(_ ->
                        notes.add(new Note("editing.form.when-is", ConditionChoice.label(form, field.shownWhen()))));
        return new MemberLine(
                sheet.address() + "/fields/" + field.id(), field.label(), notes, FaultWords.ofField(form, field.id()));
    }
}
