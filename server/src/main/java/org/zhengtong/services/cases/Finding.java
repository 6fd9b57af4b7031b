package org.zhengtong.services.cases;

import java.util.List;
import java.util.Objects;

/**
 * Something missing or wrong that a correction notice names.
 *
 * @param id of the material, the field, or the repeated page of the form in the item
 * @param wrong what is wrong with it
 * @param remedy what the applicant does about it
 * @param marks where it shows on what was handed in
 */
public record Finding(Kind kind, String id, String name, String wrong, String remedy, List<Mark> marks) {

    /** What the finding is about. */
    public enum Kind {
        MATERIAL,
        FIELD
    }

    /** Findings written before there were marks have none. */
    public Finding {
        marks = List.copyOf(Objects.requireNonNullElse(marks, List.of()));
    }

    public Finding(Kind kind, String id, String name, String wrong, String remedy) {
        this(kind, id, name, wrong, remedy, List.of());
    }

    public Finding with(List<Mark> drawn) {
        return new Finding(kind, id, name, wrong, remedy, drawn);
    }
}
