package org.zhengtong.services.instruments.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Placeholder;
import org.zhengtong.services.instruments.Slots;
import org.zhengtong.services.instruments.Wordings;

/**
 * The editor of a wording.
 *
 * @param title as typed, or as in force
 * @param newest the version the change begins from
 * @param done key of the sentence about what was just done, or empty
 * @param doneValue put into it
 * @param preview absent while there is something wrong
 */
public record WordingView(
        DocumentKind kind,
        String title,
        String text,
        int newest,
        boolean own,
        FormState form,
        String done,
        int doneValue,
        Optional<SheetView> preview,
        List<Wordings.Version> versions) {

    public String path() {
        return "/desk/instruments/" + kind;
    }

    public List<Placeholder> slots() {
        return Slots.of(kind).known().stream().toList();
    }

    public boolean required(Placeholder placeholder) {
        return Slots.of(kind).required().contains(placeholder);
    }
}
