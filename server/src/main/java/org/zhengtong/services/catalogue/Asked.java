package org.zhengtong.services.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Section;

/**
 * A question as it is put to somebody: a field, in a repeated section once for each entry.
 *
 * @param entry counts from 1; 0 when the section is not repeated
 */
public record Asked(Section section, int entry, Field field) {
    private static final Pattern REPEATED =
            Pattern.compile("([a-z][a-z0-9_]*)\\.([1-9][0-9]{0,2})\\.([a-z][a-z0-9_]*)");

    /** The key of its answer: {@code applicant_name}, or {@code members.2.name}. */
    public String key() {
        return key(section, entry, field.id());
    }

    /** What it is called when it stands alone: in a repeated section the entry is named too. */
    public String label() {
        return entry == 0 ? field.label() : heading() + " · " + field.label();
    }

    /** The name of its entry, such as 家庭成员 2. */
    public String heading() {
        return section.repeat().map(repeat -> repeat.each() + " " + entry).orElse(section.title());
    }

    static String key(Section section, int entry, String field) {
        return entry == 0 ? field : section.id() + "." + entry + "." + field;
    }

    /** A key within a repeated section, taken apart. */
    record Key(String section, int entry, String field) {
        static java.util.Optional<Key> of(String key) {
            Matcher parts = REPEATED.matcher(key);
            return parts.matches()
                    ? java.util.Optional.of(new Key(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3)))
                    : java.util.Optional.empty();
        }
    }
}
