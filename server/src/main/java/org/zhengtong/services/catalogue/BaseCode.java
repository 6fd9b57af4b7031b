package org.zhengtong.services.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A base code (基本编码): 00 or the province (2), type of item (2), main item (5), sub-item (3), digits all. A main item
 * that is not divided has the sub-item 000.
 */
public record BaseCode(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{12}");

    public BaseCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("not a base code: " + value);
        }
    }

    /** @param keeper 00 for the nation, or the first two digits of the province */
    public static BaseCode of(String keeper, ItemType type, int main, int sub) {
        return new BaseCode("%s%s%05d%03d".formatted(keeper, type.code(), main, sub));
    }

    public static Optional<BaseCode> parse(String text) {
        return isCode(text) ? Optional.of(new BaseCode(text)) : Optional.empty();
    }

    /** Who keeps it: 00 for the nation, or the first two digits of the province. */
    public String keeper() {
        return value.substring(0, 2);
    }

    public ItemType type() {
        return typeOf(value).orElseThrow();
    }

    public int main() {
        return Integer.parseInt(value, 4, 9, 10);
    }

    public int sub() {
        return Integer.parseInt(value, 9, 12, 10);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isCode(String value) {
        return FORM.matcher(value).matches() && typeOf(value).isPresent();
    }

    private static Optional<ItemType> typeOf(String value) {
        return Arrays.stream(ItemType.values())
                .filter(type -> type.code().equals(value.substring(2, 4)))
                .findFirst();
    }
}
