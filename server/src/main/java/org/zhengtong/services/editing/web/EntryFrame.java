package org.zhengtong.services.editing.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.Stage;

/**
 * What every page of the editor shows around its content.
 *
 * @param editable whether this person may change the draft now
 * @param parts the pages of the editor in their order
 * @param current the one shown; none on the overview
 */
public record EntryFrame(EntryDraft draft, boolean editable, List<Line> parts, Optional<Element.Part> current) {

    /** A page of the editor with what is wrong on it. */
    public record Line(Element.Part part, String address, List<Finding> findings) {}

    static EntryFrame of(EntryDraft draft, boolean steward, List<Finding> findings, Optional<Element.Part> current) {
        return new EntryFrame(
                draft,
                steward && draft.stage() == Stage.EDITING,
                Arrays.stream(Element.Part.values())
                        .map(part -> new Line(part, address(draft, part), in(part, findings)))
                        .toList(),
                current);
    }

    public String address() {
        return "/desk/entries/" + draft.id();
    }

    /** Where on the page of the item people see what is written here: the id of a section. */
    public String shownAt() {
        return current.map(part -> switch (part) {
                    case BASICS, FORM -> "main";
                    case COURSE -> "conditions";
                    case LAW, CHANNELS, RESULT -> "particulars";
                    case MATERIALS -> "materials";
                    case GUIDE -> "guide-title";
                    case QUESTIONS -> "questions";
                })
                .orElse("main");
    }

    /** What is wrong in the part shown. */
    public List<Finding> findingsHere() {
        return parts.stream()
                .filter(line -> current.filter(line.part()::equals).isPresent())
                .flatMap(line -> line.findings().stream())
                .toList();
    }

    /** The part that comes after the one shown. */
    public Optional<Line> next() {
        return parts.stream()
                .dropWhile(line -> current.filter(line.part()::equals).isEmpty())
                .skip(1)
                .findFirst();
    }

    static String address(EntryDraft draft, Element.Part part) {
        return "/desk/entries/" + draft.id() + "/parts/" + part.name().toLowerCase(Locale.ROOT);
    }

    private static List<Finding> in(Element.Part part, List<Finding> findings) {
        return findings.stream()
                .filter(finding ->
                        finding.at().filter(element -> element.part() == part).isPresent())
                .toList();
    }
}
