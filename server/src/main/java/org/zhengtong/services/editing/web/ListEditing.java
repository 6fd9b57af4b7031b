package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.Inheritance;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;
import tools.jackson.databind.JsonNode;

/** What the editors of lists have in common: reading the draft, and saving so that nobody's change is lost. */
@Component
class ListEditing {
    /** In an address, instead of the id of a member: one that is still to be added. */
    static final String NEW = "new";

    private final Editing editing;
    private final EntryFrames frames;
    private final BaseCatalogue base;
    private final Catalogue catalogue;

    ListEditing(Editing editing, EntryFrames frames, BaseCatalogue base, Catalogue catalogue) {
        this.editing = editing;
        this.frames = frames;
        this.base = base;
        this.catalogue = catalogue;
    }

    EntryDraft draft(StaffMember me, UUID id) {
        return editing.draft(me, id).draft();
    }

    EditorSheet sheet(StaffMember me, EntryDraft draft, Element.Part part, String done) {
        return sheet(me, draft, part, Optional.empty(), done);
    }

    EditorSheet elsewhere(StaffMember me, Editing.Saved.Elsewhere other, Element.Part part) {
        return sheet(me, other.draft(), part, Optional.of(other.name()), "");
    }

    private EditorSheet sheet(
            StaffMember me, EntryDraft draft, Element.Part part, Optional<String> elsewhere, String done) {
        return new EditorSheet(
                frames.of(me, draft, Optional.of(part)),
                EntryFrame.address(draft, part),
                editing.fingerprint(draft, touched(part)),
                rule(draft, part.elements().getFirst()),
                elsewhere,
                Set.of("saved", "removed", "moved", "copied", "inserted").contains(done) ? done : "");
    }

    /** Saves lists of a part; what the base item settles is refused. */
    Editing.Saved save(StaffMember me, EntryDraft draft, Element.Part part, String seen, Map<Element, ?> lists) {
        if (rule(draft, part.elements().getFirst()) == Inheritance.EQUAL) {
            throw new Problem(409, "editing-settled-above");
        }
        EntryDocument changed = EntryDocument.of(draft.item());
        for (Map.Entry<Element, ?> list : lists.entrySet()) {
            changed = changed.with(list.getKey(), EntryDocument.value(list.getValue()));
        }
        return editing.save(me, draft.id(), touched(part), seen, changed.item());
    }

    /** Without a material nothing spares it any more: the guide belongs to what changes with the materials. */
    private static Set<Element> touched(Element.Part part) {
        return part == Element.Part.MATERIALS
                ? Set.of(Element.MATERIALS, Element.SITUATIONS)
                : Set.copyOf(part.elements());
    }

    Inheritance rule(EntryDraft draft, Element element) {
        return base.find(draft.item().baseCode())
                .map(item -> item.rule(element))
                .orElse(Inheritance.FREE);
    }

    Optional<JsonNode> above(EntryDraft draft, Element element) {
        return base.find(draft.item().baseCode()).flatMap((BaseItem item) -> item.value(element));
    }

    /** The version people see now: what it calls by an id keeps it. */
    Optional<ServiceItem> published(EntryDraft draft) {
        return catalogue.item(draft.item().code());
    }

    /** The page again, with what was typed. */
    static String again(String template, Object view, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("view", view);
        return template;
    }

    static String back(EntryDraft draft, Element.Part part, String done) {
        return "redirect:" + EntryFrame.address(draft, part) + "?done=" + done;
    }

    /**
     * One that somebody else has taken out meanwhile may be put back; what never was an id is not one now.
     *
     * @param like what the ids the program makes are like
     */
    static void requireKnown(String id, String like, boolean there) {
        if (!there && !id.equals(NEW) && !id.matches(like)) {
            throw gone();
        }
    }

    static Problem gone() {
        return Problem.notFound("editing-member-gone");
    }
}
