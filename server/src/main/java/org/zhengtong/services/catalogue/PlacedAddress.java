package org.zhengtong.services.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengtong.ground.regions.Regions;

/**
 * An address by division, kept as one answer: {@code 999901001 青石路 12 号}.
 *
 * @param division code of the smallest division known (GB/T 2260); {@link #NOWHERE} when none is chosen yet
 * @param detail street, number, door
 */
public record PlacedAddress(String division, String detail) {
    public static final String NOWHERE = "0";

    /** Chosen on the way to a place outside the own city: the provinces come next. */
    public static final String NATION = "00";

    /** A county is the largest division an address may leave it at. */
    public static final int LEAST_DIGITS = 6;

    private static final Pattern ANSWER = Pattern.compile("([0-9]{1,12})(?: (.*))?");

    public static Optional<PlacedAddress> parse(String answer) {
        Matcher parts = ANSWER.matcher(answer);
        return parts.matches()
                ? Optional.of(new PlacedAddress(
                        parts.group(1),
                        Optional.ofNullable(parts.group(2)).orElse("").strip()))
                : Optional.empty();
    }

    public boolean isPlaced() {
        return !division.equals(NOWHERE) && !division.equals(NATION);
    }

    /** The answer as it is kept. */
    public String answer() {
        return (division + " " + detail).strip();
    }

    /** As people write it. */
    public String text(Regions regions) {
        return regions.fullName(division) + detail;
    }
}
