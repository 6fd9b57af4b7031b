package org.zhengtong.services.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item of the base catalogue (基本目录) of the nation or a province, which bodies implement.
 *
 * @param code base code (基本编码), 12 digits: 00 or the province, type, main item, sub-item
 * @param division who keeps it: {@code 000000} for the nation, or the province's division
 * @param elements what it says, and what lower levels may change of it; what is not named is {@link Inheritance#FREE}
 */
public record BaseItem(
        String code, int version, ItemType type, String name, String division, Map<Element, Inherited> elements) {
    private static final Pattern CODE = Pattern.compile("[0-9]{12}");

    /** @param value as in the document of an entry; absent for {@link Inheritance#FREE} */
    public record Inherited(Inheritance rule, @Nullable JsonNode value) {}

    public BaseItem {
        if (!isCode(code, type, division)) {
            throw new IllegalArgumentException("not a base code of " + division + " for " + type + ": " + code);
        }
        Map<Element, Inherited> ordered = new EnumMap<>(Element.class);
        ordered.putAll(elements);
        elements = Collections.unmodifiableMap(ordered);
    }

    /** Whether the code is of this type and kept by this division. */
    public static boolean isCode(String code, ItemType type, String division) {
        return CODE.matcher(code).matches()
                && code.startsWith(division.substring(0, 2))
                && code.substring(2, 4).equals(type.code());
    }

    public Inheritance rule(Element element) {
        return Optional.ofNullable(elements.get(element)).map(Inherited::rule).orElse(Inheritance.FREE);
    }

    public Optional<JsonNode> value(Element element) {
        return Optional.ofNullable(elements.get(element)).map(Inherited::value);
    }

    public BaseItem withVersion(int version) {
        return new BaseItem(code, version, type, name, division, elements);
    }
}
