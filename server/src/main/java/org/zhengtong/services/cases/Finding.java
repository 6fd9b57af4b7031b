package org.zhengtong.services.cases;

/**
 * Something missing or wrong that a correction notice names.
 *
 * @param id of the material or the field in the item
 * @param wrong what is wrong with it
 * @param remedy what the applicant does about it
 */
public record Finding(Kind kind, String id, String name, String wrong, String remedy) {
    /** What the finding is about. */
    public enum Kind {
        MATERIAL,
        FIELD
    }
}
