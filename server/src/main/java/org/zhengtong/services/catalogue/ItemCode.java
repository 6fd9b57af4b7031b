package org.zhengtong.services.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An implementation code (实施编码): USCC of the implementing body (18), level (1), base code (12). Sample
 * {@code 11370800MB285591843370117002011}.
 */
public record ItemCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}[1-7][0-9]{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an implementation code: " + value);
        }
    }

    /** For addresses typed by people: nothing when it cannot be a code. */
    public static Optional<ItemCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ItemCode(text)) : Optional.empty();
    }

    public String bodyUscc() {
        return value.substring(0, 18);
    }

    @Override
    public String toString() {
        return value;
    }
}
