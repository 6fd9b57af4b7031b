package org.zhengtong.services.filing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in a filing that is not right yet.
 *
 * @param part where it is
 * @param id the key of the field or the repeated section, the question of the guide or the material
 * @param key the message that says what to do; {@code {0}} in it is the label of the question
 */
public record Finding(Part part, String id, String key, List<Object> values) {
    private static final Pattern REPEATED = Pattern.compile("([a-z0-9_]+)\\.([1-9][0-9]{0,2})\\.([a-z0-9_]+)");

    /** The parts of a filing. */
    public enum Part {
        SITUATIONS,
        ANSWERS,
        MATERIALS
    }

    public Finding {
        values = List.copyOf(values);
    }

    /** Where it is in the body of an API call, as a JSON pointer (RFC 6901); entries of a group count from 0 there. */
    public String pointer() {
        Matcher repeated = REPEATED.matcher(id);
        String place = part == Part.ANSWERS && repeated.matches()
                ? repeated.group(1) + "/" + (Integer.parseInt(repeated.group(2)) - 1) + "/" + repeated.group(3)
                : id.replace("~", "~0").replace("/", "~1");
        return "/" + part.name().toLowerCase(Locale.ROOT) + "/" + place;
    }
}
