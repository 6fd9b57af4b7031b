package org.zhengtong.ground.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Dates as people say them. */
final class SpokenTime {
    private SpokenTime() {}

    static String of(Instant instant, Instant now, Locale locale, MessageSource messages) {
        ZonedDateTime local = instant.atZone(Page.ZONE);
        return of(local.toLocalDate(), now, locale, messages) + " "
                + DateTimeFormatter.ofPattern("HH:mm", locale).format(local);
    }

    static String of(LocalDate date, Instant now, Locale locale, MessageSource messages) {
        LocalDate today = now.atZone(Page.ZONE).toLocalDate();
        long away = ChronoUnit.DAYS.between(today, date);
        if (away >= -1 && away <= 1) {
            String key = away == 0 ? "time.today" : away < 0 ? "time.yesterday" : "time.tomorrow";
            return messages.getMessage(key, null, locale);
        }
        return date.getYear() == today.getYear()
                ? written(date, "time.day", locale, messages)
                : full(date, locale, messages);
    }

    /** With its year, and the same whenever it is read. */
    static String full(LocalDate date, Locale locale, MessageSource messages) {
        return written(date, "time.day-of-year", locale, messages);
    }

    private static String written(LocalDate date, String pattern, Locale locale, MessageSource messages) {
        return DateTimeFormatter.ofPattern(messages.getMessage(pattern, null, locale), locale)
                .format(date);
    }
}
