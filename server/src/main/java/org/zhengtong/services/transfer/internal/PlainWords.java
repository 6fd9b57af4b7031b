package org.zhengtong.services.transfer.internal;

import java.util.Optional;

/** Whether a text holds only what people can see: no control characters, none that turn the direction of reading. */
final class PlainWords {
    private static final int LONGEST_SHOWN = 40;

    private PlainWords() {}

    /** @param lines whether it may have several lines */
    static Optional<Reading.Wrong> wrong(String text, int most, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBidi(c)) {
                return Optional.of(new Reading.Wrong("bidi", name(c), i + 1));
            }
            if (!lines && (c == '\n' || c == '\r')) {
                return Optional.of(new Reading.Wrong("line-break"));
            }
            boolean broken = lines && (c == '\n' || c == '\r' || c == '\t');
            if (!broken && (Character.isISOControl(c) || c == '\ufeff' || c >= '\ufffe' || isLone(text, i))) {
                return Optional.of(new Reading.Wrong("control", name(c), i + 1));
            }
        }
        int length = text.codePointCount(0, text.length());
        return length > most ? Optional.of(new Reading.Wrong("too-long", most, length)) : Optional.empty();
    }

    /** What stood there, short enough for a sentence and harmless to show. */
    static String shown(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .map(c -> Character.isISOControl(c) || c > 0xffff || isBidi((char) c) || Character.isSurrogate((char) c)
                        ? ' '
                        : c)
                .forEach(plain::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN ? plain + "…" : plain.toString();
    }

    private static boolean isBidi(char c) {
        return c == '\u200e'
                || c == '\u200f'
                || c == '\u061c'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }

    /** Half of a character. */
    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static String name(char c) {
        return "U+%04X".formatted((int) c);
    }
}
