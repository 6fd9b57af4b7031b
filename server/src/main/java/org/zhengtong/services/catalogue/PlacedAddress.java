package org.zhengtong.services.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address by division, kept as one answer: {@code 999901001 青石路 12 号}.
 *
 * @param division code of the smallest division known, 6 or 9 digits (GB/T 2260)
 * @param detail street, number, door
 */
public record PlacedAddress(String division, String detail) {
    private static final Pattern ANSWER = Pattern.compile("([0-9]{6}|[0-9]{9})(?: (.*))?");

    public static Optional<PlacedAddress> parse(String answer) {
        Matcher parts = ANSWER.matcher(answer);
        return parts.matches()
                ? Optional.of(new PlacedAddress(
                        parts.group(1), Optional.ofNullable(parts.group(2)).orElse("")))
                : Optional.empty();
    }

    /** The answer as it is kept; blank when nothing was said. */
    public String answer() {
        return (division + " " + detail).strip();
    }
}
