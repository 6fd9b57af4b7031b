package org.zhengtong.services.filing.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * The application on paper: filled in, or blank to be filled in by hand.
 *
 * @param titleKey of the sentence above it, about the item
 * @param path of this page; the same as PDF is below it
 * @param back where one came from
 * @param desk whether it stands in the shell of the staff
 * @param filed the receipt, once it is filed
 */
public record ApplicationView(
        String titleKey,
        String path,
        String back,
        boolean desk,
        String item,
        String body,
        String applicant,
        boolean blank,
        List<Part> parts,
        List<CheckView.MaterialLine> materials,
        Optional<Filed> filed) {
    static final String TITLE = "filing.application.title";

    /** A page of the form, or one entry of a repeated one; {@code when} says on what it depends, on a blank form. */
    public record Part(String title, Optional<When> when, List<Line> lines) {}

    /** A question with its answer; on a blank form with the answers to tick. */
    public record Line(String label, String answer, List<String> options, Optional<When> when) {}

    /** Asked only when the question is answered so. */
    public record When(String question, String answers) {}

    /** The receipt of a filing. */
    public record Filed(String receiptNumber, String caseNumber, Instant at) {}

    /** Every question of the form, none answered. */
    static List<Part> blankParts(Form form) {
        return form.sections().stream()
                .flatMap(section -> entries(section).stream()
                        .map(entry -> new Part(
                                new Asked(section, entry, section.fields().getFirst()).heading(),
                                section.shownWhen().map(condition -> when(form, condition)),
                                section.fields().stream()
                                        .map(field -> new Line(
                                                field.label(),
                                                "",
                                                field.options(),
                                                field.shownWhen().map(condition -> when(form, condition))))
                                        .toList())))
                .toList();
    }

    /** Room for two entries on paper, or for as many as there must be. */
    private static List<Integer> entries(Form.Section section) {
        return section.repeat()
                .map(repeat -> java.util.stream.IntStream.rangeClosed(
                                1, Math.min(repeat.most(), Math.max(2, repeat.least())))
                        .boxed()
                        .toList())
                .orElse(List.of(0));
    }

    private static When when(Form form, Condition condition) {
        return new When(
                form.field(condition.field()).map(Form.Field::label).orElse(condition.field()),
                String.join(" / ", condition.answers()));
    }

    static ApplicationView blank(ServiceItem item) {
        String page = "/items/" + item.code();
        return new ApplicationView(
                TITLE,
                page + "/form",
                page,
                false,
                item.name(),
                item.bodyName(),
                "",
                true,
                blankParts(item.form()),
                item.materials().stream()
                        .filter(material -> !material.generated())
                        .map(material -> new CheckView.MaterialLine(
                                material.name(), "filing.requirement." + material.requirement(), List.of(), ""))
                        .toList(),
                Optional.empty());
    }
}
