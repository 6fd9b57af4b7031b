package org.zhengtong.services.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/** A handling code (业务办理项编码): implementation code (31) and the sequence of the handling item (2 digits, not 00). */
public record HandlingCode(ItemCode entry, String sequence) {
    private static final int ENTRY = 31;
    private static final Pattern SEQUENCE = Pattern.compile("0[1-9]|[1-9][0-9]");

    public HandlingCode {
        if (!isSequence(sequence)) {
            throw new IllegalArgumentException("not a sequence of a handling item: " + sequence);
        }
    }

    public static Optional<HandlingCode> parse(String text) {
        if (text.length() != ENTRY + 2 || !isSequence(text.substring(ENTRY))) {
            return Optional.empty();
        }
        return ItemCode.parse(text.substring(0, ENTRY)).map(entry -> new HandlingCode(entry, text.substring(ENTRY)));
    }

    static boolean isSequence(String text) {
        return SEQUENCE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return entry.value() + sequence;
    }
}
