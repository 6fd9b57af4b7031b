package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.licences.LicenceType;

/**
 * A question of the form.
 *
 * @param name its label as it is kept; empty for a new one
 * @param id as it is kept; empty for a new one
 * @param sections where it can stand
 */
public record FormFieldView(
        EditorSheet sheet,
        String action,
        String name,
        String id,
        List<Section> sections,
        List<ConditionChoice> choices,
        List<LicenceType> licenceTypes,
        MemberForm form) {

    /** Whether the checks are in use, so that they are shown at once. */
    public boolean checksOpen() {
        return List.of(
                        "pattern",
                        "sentence",
                        "example",
                        "leastLength",
                        "numberLeast",
                        "numberMost",
                        "whole",
                        "dateEarliest",
                        "dateLatest",
                        "notInFuture",
                        "notInPast")
                .stream()
                .anyMatch(field -> !form.text(field).isEmpty()
                        || form.wrong(field).isPresent()
                        || form.theirs(field).isPresent());
    }

    /** Whether the licence stated is one of those to choose from. */
    public boolean isKnownPrefill() {
        String typed = form.text("prefill");
        return !typed.startsWith("licence:")
                || licenceTypes.stream()
                        .anyMatch(type -> type.layout().stream()
                                .anyMatch(
                                        attribute -> typed.equals("licence:" + type.title() + "/" + attribute.name())));
    }
}
