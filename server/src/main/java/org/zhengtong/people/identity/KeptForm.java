package org.zhengtong.people.identity;

import java.util.List;

/**
 * A form that reached the house without a session.
 *
 * @param path where it was going
 * @param files the names of the fields with files, which cannot be kept
 * @param multipart whether it came as {@code multipart/form-data} and has to go so again
 */
public record KeptForm(String path, List<Field> fields, List<String> files, boolean multipart) {
    /** A field with one value; a field with several values stands several times. */
    public record Field(String name, String value) {
        /** Never the value: what people type is nobody's business. */
        @Override
        public String toString() {
            return name;
        }
    }
}
