package org.zhengtong.ground.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day as a browser sends it: {@code 2026-03-02}. */
public final class TypedDay {
    private TypedDay() {}

    /** @return empty for what is no day */
    public static Optional<LocalDate> parse(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
