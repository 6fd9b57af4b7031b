package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Element.Part;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.web.MemberLine.Note;

/** The guide of a draft as a whole: its questions and handling items in their order, and what the answers come to. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/guide")
class GuidePages {
    private final ListEditing lists;

    GuidePages(ListEditing lists) {
        this.lists = lists;
    }

    /** The answers tried out stand in the address, {@code try-} before the id of the question. */
    @GetMapping
    String guide(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> tried,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        EntryDraft draft = lists.draft(me, id);
        model.addAttribute("view", view(draft, lists.sheet(me, draft, Part.GUIDE, done), tried));
        return "services/editing/guide";
    }

    @PostMapping("/{list:situations|handling}/{member}/move")
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
        boolean up = way.equals("up");
        Map<Element, ?> changed = list.equals("situations")
                ? Map.of(
                        Element.SITUATIONS,
                        ListOrder.moved(
                                draft.item().situations(), one -> one.id().equals(member), up))
                : Map.of(
                        Element.HANDLING_ITEMS,
                        ListOrder.moved(
                                draft.item().handlingItems(),
                                one -> one.sequence().equals(member),
                                up));
        return saved(me, draft, seen, changed, "moved", model, response);
    }

    /** What an answer to a question taken out led to stays: a handling item that hangs on it becomes a finding. */
    @PostMapping("/{list:situations|handling}/{member}/remove")
    String remove(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String list,
            @PathVariable String member,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Map<Element, ?> changed = list.equals("situations")
                ? Map.of(
                        Element.SITUATIONS,
                        ListOrder.without(
                                draft.item().situations(), one -> one.id().equals(member)))
                : Map.of(
                        Element.HANDLING_ITEMS,
                        ListOrder.without(
                                draft.item().handlingItems(),
                                one -> one.sequence().equals(member)));
        return saved(me, draft, seen, changed, "removed", model, response);
    }

    private String saved(
            StaffMember me,
            EntryDraft draft,
            String seen,
            Map<Element, ?> changed,
            String done,
            Model model,
            HttpServletResponse response) {
        return switch (lists.save(me, draft, Part.GUIDE, seen, changed)) {
            case Saved.Here _ -> ListEditing.back(draft, Part.GUIDE, done);
            case Saved.Elsewhere other ->
                ListEditing.again(
                        "services/editing/guide",
                        view(other.draft(), lists.elsewhere(me, other, Part.GUIDE), Map.of()),
                        HttpStatus.CONFLICT,
                        model,
                        response);
        };
    }

    private static GuideView view(EntryDraft draft, EditorSheet sheet, Map<String, String> parameters) {
        ServiceItem item = draft.item();
        Map<String, String> tried = new LinkedHashMap<>();
        item.situations()
                .forEach(situation -> situation.answers().stream()
                        .map(Situation.Answer::id)
                        .filter(answer -> answer.equals(parameters.get("try-" + situation.id())))
                        .forEach(answer -> tried.put(situation.id(), answer)));
        return new GuideView(
                sheet,
                item,
                item.situations().stream()
                        .map(situation -> line(sheet, situation))
                        .toList(),
                item.handlingItems().stream()
                        .map(handling -> line(sheet, item, handling))
                        .toList(),
                tried,
                item.materialsFor(tried),
                item.handlingItem(tried));
    }

    private static MemberLine line(EditorSheet sheet, Situation situation) {
        String answers =
                situation.answers().stream().map(Situation.Answer::text).collect(Collectors.joining(" / "));
        return new MemberLine(
                sheet.address() + "/situations/" + situation.id(),
                situation.question(),
                List.of(Note.of(answers)),
                List.of());
    }

    private static MemberLine line(EditorSheet sheet, ServiceItem item, HandlingItem handling) {
        String when = item.situations().stream()
                .flatMap(situation -> chosen(situation, handling))
                .collect(Collectors.joining("；"));
        return new MemberLine(
                sheet.address() + "/handling/" + handling.sequence(),
                handling.name(),
                List.of(
                        Note.of(handling.code(item.code())),
                        when.isEmpty() ? new Note("editing.guide.always", "") : Note.of(when)),
                List.of());
    }

    private static Stream<String> chosen(Situation situation, HandlingItem handling) {
        return situation.answers().stream()
                .filter(answer -> answer.id().equals(handling.situation().get(situation.id())))
                .map(answer -> situation.question() + " " + answer.text());
    }

    /** For the page of a question: who hangs on it. */
    static List<String> reaches(ServiceItem item, String situation) {
        return item.handlingItems().stream()
                .filter(handling -> handling.situation().containsKey(situation))
                .map(HandlingItem::name)
                .toList();
    }
}
