package org.zhengtong.ground.audit.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile stands below the address of the log (C2SP {@code tlog-tiles}): {@code tile/<level>/<number>[.p/<width>]},
 * the number in groups of three digits, each but the last behind an {@code x}.
 *
 * @param shelf the level, {@code 0} to {@code 7}, or {@code entries}
 * @param width how many hashes or entries it has: 256 in a full one
 */
public record TileAddress(String shelf, long number, int width) {
    public static final int FULL = 256;
    static final int HEIGHT = 8;
    private static final String ENTRIES = "entries";
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TileAddress {
        if (number < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("there is no tile " + number + " of width " + width);
        }
    }

    static TileAddress hashes(int level, long number, int width) {
        return new TileAddress(Integer.toString(level), number, width);
    }

    public static TileAddress entries(long number, int width) {
        return new TileAddress(ENTRIES, number, width);
    }

    /** @return empty for everything but the one way an address is written */
    public static Optional<TileAddress> parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        return width > FULL
                ? Optional.empty()
                : Optional.of(new TileAddress(parts.group(1), number, width))
                        .filter(address -> address.path().equals(path));
    }

    public String path() {
        return isFull() ? fullPath() : partialFolder() + "/" + width;
    }

    String partialFolder() {
        return fullPath() + ".p";
    }

    private String fullPath() {
        StringBuilder path = new StringBuilder("%03d".formatted(number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + shelf + "/" + path;
    }

    public boolean isFull() {
        return width == FULL;
    }

    TileAddress full() {
        return new TileAddress(shelf, number, FULL);
    }

    TileAddress ofWidth(int other) {
        return new TileAddress(shelf, number, other);
    }

    /** An entry is a digest behind its length, two bytes. */
    int length() {
        return width * each();
    }

    public boolean fits(int length) {
        return length == length();
    }

    private int each() {
        return shelf.equals(ENTRIES) ? Entries.LENGTH : Digest.LENGTH;
    }
}
