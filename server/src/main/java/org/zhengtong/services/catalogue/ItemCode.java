package org.zhengtong.services.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengtong.people.identity.Uscc;

/**
 * An implementation code (实施编码): USCC of the implementing body (18), level (1), base code (12). Sample
 * {@code 11370800MB285591843370117002011}.
 */
public record ItemCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}[1-7][0-9]{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("not an implementation code: " + value);
        }
    }

    /** For addresses typed by people: nothing when it cannot be a code. */
    public static Optional<ItemCode> parse(String text) {
        return isCode(text) ? Optional.of(new ItemCode(text)) : Optional.empty();
    }

    /** @param level as in {@link ServiceItem#level()} */
    public static ItemCode of(Uscc body, int level, BaseCode base) {
        return new ItemCode(body.value() + level + base.value());
    }

    public String bodyUscc() {
        return value.substring(0, 18);
    }

    public int level() {
        return value.charAt(18) - '0';
    }

    public BaseCode base() {
        return new BaseCode(value.substring(19));
    }

    private static boolean isCode(String value) {
        return FORM.matcher(value).matches()
                && Uscc.parse(value.substring(0, 18)).isPresent()
                && BaseCode.parse(value.substring(19)).isPresent();
    }

    @Override
    public String toString() {
        return value;
    }
}
