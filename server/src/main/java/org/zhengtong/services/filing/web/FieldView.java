package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.filing.AtHand.Known;
import org.zhengtong.services.filing.AtHand.Source;
import org.zhengtong.services.filing.Finding;

/**
 * A question as it stands on the page.
 *
 * @param id the key of its answer
 * @param locked known to the house; shown, not asked
 * @param from where the value comes from
 * @param elsewhere what another window saved in between, when it is not the same
 * @param divisions to choose from, for an address by division
 * @param file what is handed in already, for a file
 */
public record FieldView(
        String id,
        Form.Kind kind,
        String label,
        String hint,
        boolean required,
        int most,
        List<String> options,
        String value,
        boolean locked,
        Optional<Source> from,
        Optional<Wrong> wrong,
        String elsewhere,
        Optional<DivisionChoice> divisions,
        Optional<StoredFile> file) {

    static FieldView of(
            Asked asked,
            String value,
            Optional<Known> known,
            boolean locked,
            Optional<Finding> finding,
            String elsewhere) {
        Form.Field field = asked.field();
        return new FieldView(
                asked.key(),
                field.kind(),
                field.label(),
                field.hint(),
                field.required(),
                field.most(),
                field.options(),
                value,
                locked,
                known.filter(one -> one.answer().equals(value)).map(Known::source),
                finding.map(Wrong::of),
                elsewhere,
                Optional.empty(),
                Optional.empty());
    }

    FieldView with(Optional<DivisionChoice> choice, Optional<StoredFile> kept) {
        return new FieldView(
                id, kind, label, hint, required, most, options, value, locked, from, wrong, elsewhere, choice, kept);
    }

    public boolean isLong() {
        return kind == Form.Kind.LONG_TEXT;
    }

    public boolean isChoice() {
        return kind == Form.Kind.CHOICE;
    }

    public boolean isFile() {
        return kind == Form.Kind.FILE;
    }

    /** A date typed wrong is shown as typed, which a date field would swallow. */
    public String inputType() {
        return switch (kind) {
            case DATE -> wrong.isEmpty() || value.isEmpty() ? "date" : "text";
            case PHONE -> "tel";
            default -> "text";
        };
    }

    public String inputMode() {
        return kind == Form.Kind.NUMBER ? "decimal" : kind == Form.Kind.PHONE ? "tel" : "text";
    }

    /** What a browser may fill in by itself: only what a person has one of. */
    public String autocomplete() {
        return kind == Form.Kind.PHONE ? "tel" : "off";
    }

    public String describedBy() {
        StringBuilder ids = new StringBuilder();
        if (!hint.isEmpty()) {
            ids.append(id).append("-hint ");
        }
        if (wrong.isPresent()) {
            ids.append(id).append("-why ");
        }
        if (from.isPresent()) {
            ids.append(id).append("-from");
        }
        return ids.toString().strip();
    }
}
