package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;
import tools.jackson.databind.JsonNode;

/** The parts of an entry whose elements each fit one field; lists have editors of their own. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/{part}")
class PartPages {
    private final Editing editing;
    private final EntryFrames frames;
    private final BaseCatalogue base;

    PartPages(Editing editing, EntryFrames frames, BaseCatalogue base) {
        this.editing = editing;
        this.frames = frames;
        this.base = base;
    }

    @GetMapping
    String show(StaffMember me, @PathVariable UUID id, @PathVariable String part, Model model) {
        Element.Part shown = part(part);
        EntryDraft draft = editing.draft(me, id).draft();
        return page(me, draft, shown, words(draft, shown), List.of(), Optional.empty(), model);
    }

    @PostMapping
    String save(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        Element.Part shown = part(part);
        EntryDraft before = editing.draft(me, id).draft();
        ElementForm read = ElementForm.read(shown.elements(), form);
        if (!read.wrong().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    me, before, shown, with(words(before, shown), read.typed()), read.wrong(), Optional.empty(), model);
        }
        EntryDocument changed = EntryDocument.of(before.item());
        for (Map.Entry<Element, JsonNode> value : read.values().entrySet()) {
            changed = changed.with(value.getKey(), value.getValue());
        }
        Set<Element> touched = read.values().keySet();
        return switch (editing.save(me, id, touched, seen, changed.item())) {
            case Editing.Saved.Here(EntryDraft draft) ->
                "redirect:"
                        + frames.of(me, draft, Optional.of(shown))
                                .next()
                                .map(EntryFrame.Line::address)
                                .orElse("/desk/entries/" + id);
            case Editing.Saved.Elsewhere elsewhere -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                Map<Element, List<String>> shownWords = with(words(elsewhere.draft(), shown), read.typed());
                yield page(me, elsewhere.draft(), shown, shownWords, List.of(), Optional.of(elsewhere), model);
            }
        };
    }

    private String page(
            StaffMember me,
            EntryDraft draft,
            Element.Part part,
            Map<Element, List<String>> words,
            List<WrongField> wrong,
            Optional<Editing.Saved.Elsewhere> elsewhere,
            Model model) {
        Optional<BaseItem> above = base.find(draft.item().baseCode());
        Map<Element, String> others = new EnumMap<>(Element.class);
        if (elsewhere.isPresent()) {
            words(draft, part).forEach((element, theirs) -> {
                if (!theirs.equals(words.get(element))) {
                    others.put(element, String.join("\n", theirs));
                }
            });
        }
        List<ElementField> fields = part.elements().stream()
                .filter(PartPages::isHere)
                .map(element -> ElementField.of(element, words.getOrDefault(element, List.of()), above, wrong, others))
                .toList();
        Set<Element> asked = EnumSet.noneOf(Element.class);
        fields.stream()
                .filter(field -> !field.locked())
                .map(ElementField::element)
                .forEach(asked::add);
        model.addAttribute(
                "view",
                new PartView(
                        frames.of(me, draft, Optional.of(part)),
                        fields,
                        editing.fingerprint(draft, asked),
                        new FormState(wrong),
                        elsewhere.map(Editing.Saved.Elsewhere::name)));
        return "services/editing/part";
    }

    private static Map<Element, List<String>> words(EntryDraft draft, Element.Part part) {
        EntryDocument document = EntryDocument.of(draft.item());
        Map<Element, List<String>> words = new EnumMap<>(Element.class);
        part.elements().stream()
                .filter(PartPages::isHere)
                .forEach(element -> words.put(element, ElementWords.words(element, document.get(element))));
        return words;
    }

    private static Map<Element, List<String>> with(Map<Element, List<String>> words, Map<Element, List<String>> typed) {
        words.putAll(typed);
        return words;
    }

    private static boolean isHere(Element element) {
        return element.kind().isSimple() || element.kind() == Element.Kind.PROCEDURES;
    }

    private static Element.Part part(String name) {
        return Arrays.stream(Element.Part.values())
                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                .filter(part -> part.elements().stream().anyMatch(PartPages::isHere))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-entry-draft"));
    }
}
