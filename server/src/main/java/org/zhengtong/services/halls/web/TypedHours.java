package org.zhengtong.services.halls.web;

import java.text.Normalizer;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhengtong.services.halls.HallPlan.Opening;

/** Hours as people type them: {@code 9:00-12:00 13:30-17:00}; nothing typed is closed. */
final class TypedHours {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,2}:[0-9]{2})-([0-9]{1,2}:[0-9]{2})");
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private TypedHours() {}

    /** @return empty when it cannot be read */
    static Optional<List<Opening>> parse(String typed) {
        String tidy = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s*[–—~至到-]\\s*", "-")
                .strip();
        if (tidy.isEmpty()) {
            return Optional.of(List.of());
        }
        List<Opening> openings = new ArrayList<>();
        for (String part : tidy.split("[\\s,;、。]+", -1)) {
            Matcher span = SPAN.matcher(part);
            if (!span.matches()) {
                return Optional.empty();
            }
            try {
                openings.add(new Opening(LocalTime.parse(span.group(1), READ), LocalTime.parse(span.group(2), READ)));
            } catch (DateTimeParseException noTime) {
                return Optional.empty();
            }
        }
        return Optional.of(openings);
    }

    /** @return empty when it is no time of the day */
    static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(
                    Normalizer.normalize(typed, Normalizer.Form.NFKC).strip(), READ));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    static String shown(List<Opening> openings) {
        return openings.stream()
                .map(opening -> SHOWN.format(opening.from()) + "-" + SHOWN.format(opening.until()))
                .collect(Collectors.joining(" "));
    }
}
