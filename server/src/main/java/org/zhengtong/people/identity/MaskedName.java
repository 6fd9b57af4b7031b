package org.zhengtong.people.identity;

/** A name as others see it: the first character stays, 李** stands for the rest. */
public record MaskedName(String value) {

    public static MaskedName of(String name) {
        if (name.isEmpty()) {
            return new MaskedName("");
        }
        int rest = name.codePointCount(0, name.length()) - 1;
        return new MaskedName(name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(Math.clamp(rest, 1, 2)));
    }

    @Override
    public String toString() {
        return value;
    }
}
