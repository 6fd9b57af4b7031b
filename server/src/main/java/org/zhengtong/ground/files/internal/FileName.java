package org.zhengtong.ground.files.internal;

import java.text.Normalizer;
import java.util.Locale;

/** The name a file is kept under: the last part of what was given, without what is not seen or reorders what is seen. */
record FileName(String value) {
    private static final int LONGEST = 120;

    /** @param ending what a name without anything left is ended with, such as {@code pdf} */
    static FileName clean(String given, String ending) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder seen = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
                .filter(FileName::isSeen)
                .forEach(seen::appendCodePoint);
        String name = seen.toString().replaceAll(" +", " ").replaceAll("^[ .]+|[ .]+$", "");
        return new FileName(name.isEmpty() ? "file." + ending : shortened(name));
    }

    /** In small letters and without the dot; empty when there is none. */
    String ending() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> "<>:\"|?*".indexOf(point) < 0;
        };
    }

    /** Keeps the ending. */
    private static String shortened(String name) {
        int points = name.codePointCount(0, name.length());
        if (points <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
