package org.zhengtong.services.filing;

import java.util.List;
import java.util.Locale;

/**
 * Something in a filing that is not right yet.
 *
 * @param part where it is
 * @param id the field, the question of the guide or the material
 * @param key the message that says what to do; {@code {0}} in it is the label of the question
 */
public record Finding(Part part, String id, String key, List<Object> values) {
    /** The parts of a filing. */
    public enum Part {
        SITUATIONS,
        ANSWERS,
        MATERIALS
    }

    public Finding {
        values = List.copyOf(values);
    }

    /** Where it is in the body of an API call, as a JSON pointer (RFC 6901). */
    public String pointer() {
        return "/" + part.name().toLowerCase(Locale.ROOT) + "/"
                + id.replace("~", "~0").replace("/", "~1");
    }
}
