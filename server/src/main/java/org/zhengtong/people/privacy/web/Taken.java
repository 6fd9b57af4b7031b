package org.zhengtong.people.privacy.web;

import java.util.List;

/**
 * What somebody takes along, as it stands in the file.
 *
 * @param format name and version of this shape
 * @param made ISO 8601
 */
public record Taken(String format, String made, String name, String number, List<Section> sections) {
    /** @param kept for how long */
    public record Section(
            String section, String title, String purpose, String basis, String kept, List<Kept> records) {}

    /** One case, licence, message … */
    public record Kept(String title, List<Entry> entries) {}

    public record Entry(String label, String value) {}

    @Override
    public String toString() {
        return "Taken";
    }
}
