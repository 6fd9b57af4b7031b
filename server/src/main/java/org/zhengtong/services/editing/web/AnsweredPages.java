package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.zhengtong.services.catalogue.Question;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.web.MemberLine.Note;

/** The frequent questions of a draft. They have no ids: one is known by its place, and by what it asked when it was shown. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/questions")
class AnsweredPages {
    private static final int MOST = 60;
    private final ListEditing lists;

    AnsweredPages(ListEditing lists) {
        this.lists = lists;
    }

    @GetMapping
    String list(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        EntryDraft draft = lists.draft(me, id);
        model.addAttribute("view", list(draft, lists.sheet(me, draft, Part.QUESTIONS, done)));
        return "services/editing/answered";
    }

    @GetMapping("/{number}")
    String show(StaffMember me, @PathVariable UUID id, @PathVariable String number, Model model) {
        EntryDraft draft = lists.draft(me, id);
        Question kept = number.equals(ListEditing.NEW)
                ? new Question("", "")
                : at(draft, number).orElseThrow(ListEditing::gone);
        EditorSheet sheet = lists.sheet(me, draft, Part.QUESTIONS, "");
        model.addAttribute("view", view(sheet, number, kept.question(), MemberForm.of(words(kept))));
        return "services/editing/answeredone";
    }

    @PostMapping("/{number}")
    String save(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Typed typed = new Typed(form);
        Question changed = new Question(typed.needed("question", 120), typed.neededText("answer", 2000));
        check(draft, was, changed, typed);
        if (!typed.wrong().isEmpty()) {
            EditorSheet sheet = lists.sheet(me, draft, Part.QUESTIONS, "");
            return ListEditing.again(
                    "services/editing/answeredone",
                    view(sheet, number, was, MemberForm.wrong(typed.texts(), typed.wrong())),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    model,
                    response);
        }
        List<Question> all = ListOrder.with(draft.item().questions(), one -> is(one, was), changed);
        return switch (lists.save(me, draft, Part.QUESTIONS, seen, Map.of(Element.QUESTIONS, all))) {
            case Saved.Here _ -> ListEditing.back(draft, Part.QUESTIONS, "saved");
            case Saved.Elsewhere other -> {
                // what was asked may have been changed too: then the one that stands in its place is theirs
                Optional<Question> theirs = other.draft().item().questions().stream()
                        .filter(one -> is(one, was))
                        .findFirst()
                        .or(() -> at(other.draft(), number));
                MemberForm shown = MemberForm.elsewhere(
                        typed.texts(), theirs.map(AnsweredPages::words).orElse(Map.of()));
                yield ListEditing.again(
                        "services/editing/answeredone",
                        view(
                                lists.elsewhere(me, other, Part.QUESTIONS),
                                number,
                                theirs.map(Question::question).orElse(""),
                                shown),
                        HttpStatus.CONFLICT,
                        model,
                        response);
            }
        };
    }

    @PostMapping("/{number}/move")
    String move(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Question moved = at(draft, number).orElseThrow(ListEditing::gone);
        List<Question> all = ListOrder.moved(draft.item().questions(), moved::equals, way.equals("up"));
        return saved(me, draft, seen, all, "moved", model, response);
    }

    @PostMapping("/{number}/remove")
    String remove(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        List<Question> left = ListOrder.without(draft.item().questions(), one -> is(one, was));
        return saved(me, draft, seen, left, "removed", model, response);
    }

    private String saved(
            StaffMember me,
            EntryDraft draft,
            String seen,
            List<Question> all,
            String done,
            Model model,
            HttpServletResponse response) {
        return switch (lists.save(me, draft, Part.QUESTIONS, seen, Map.of(Element.QUESTIONS, all))) {
            case Saved.Here _ -> ListEditing.back(draft, Part.QUESTIONS, done);
            case Saved.Elsewhere other ->
                ListEditing.again(
                        "services/editing/answered",
                        list(other.draft(), lists.elsewhere(me, other, Part.QUESTIONS)),
                        HttpStatus.CONFLICT,
                        model,
                        response);
        };
    }

    private static void check(EntryDraft draft, String was, Question changed, Typed typed) {
        List<Question> others = ListOrder.without(draft.item().questions(), one -> is(one, was));
        if (others.size() >= MOST) {
            typed.refuse("question", "editing.wrong.lines", MOST);
        }
        if (!changed.question().isEmpty() && others.stream().anyMatch(one -> is(one, changed.question()))) {
            typed.refuse("question", "editing.wrong.twice");
        }
    }

    private static AnsweredView list(EntryDraft draft, EditorSheet sheet) {
        List<Question> questions = draft.item().questions();
        return new AnsweredView(
                sheet,
                IntStream.range(0, questions.size())
                        .mapToObj(i -> new MemberLine(
                                sheet.address() + "/" + (i + 1),
                                questions.get(i).question(),
                                List.of(Note.of(questions.get(i).answer())),
                                List.of()))
                        .toList());
    }

    private static AnsweredOneView view(EditorSheet sheet, String number, String was, MemberForm form) {
        return new AnsweredOneView(sheet, sheet.address() + "/" + number, was, form);
    }

    private static boolean is(Question question, String asked) {
        return question.question().equals(asked);
    }

    private static Optional<Question> at(EntryDraft draft, String number) {
        List<Question> questions = draft.item().questions();
        return number.matches("[1-9][0-9]{0,3}") && Integer.parseInt(number) <= questions.size()
                ? Optional.of(questions.get(Integer.parseInt(number) - 1))
                : Optional.empty();
    }

    private static Map<String, String> words(Question question) {
        return Map.of("question", question.question(), "answer", question.answer());
    }
}
