package org.zhengtong.ground.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What every template is given as {@code page}: the words in the reader's language, who is looking, and how they want
 * to see it. Templates contain no prose; they ask {@link #t}.
 *
 * @param path the path of this page, for the navigation and for coming back after a change of language or mode
 * @param query the question part of the address, for coming back to it; empty without one
 * @param visitor who is signed in, as the shell shows them
 * @param csrfToken goes into every form as the hidden field {@code _csrf}
 * @param elder whether the elder mode is on
 * @param theme {@code light}, {@code dark}, or empty for the machine's wish
 * @param demo whether the demo profile runs, so that pages say so
 * @param screen whether it is shown on a machine others use next
 */
public record Page(
        MessageSource messages,
        Locale locale,
        String path,
        String query,
        Optional<Visitor> visitor,
        String csrfToken,
        boolean elder,
        String theme,
        boolean demo,
        SharedScreen screen,
        Instant now) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The sentence of a message file; a missing key is a bug and shows as {@code ??key??}, which a test searches for. */
    public String t(String key, @Nullable Object... values) {
        String missing = "??" + key + "??";
        return Objects.requireNonNullElse(messages.getMessage(key, values, missing, locale), missing);
    }

    /** A date and time as people say them: {@code 今天 17:00}, {@code 11月24日 09:30}, with the year when it is another. */
    public String when(Instant instant) {
        return SpokenTime.of(instant, now, locale, messages);
    }

    /** The exact time, for the {@code title} of what {@link #when} says. */
    public String exactly(Instant instant) {
        return EXACT.format(instant.atZone(ZONE));
    }

    public String date(LocalDate date) {
        return SpokenTime.of(date, now, locale, messages);
    }

    /** A date that says the same whenever it is read: for documents. */
    public String fullDate(LocalDate date) {
        return SpokenTime.full(date, locale, messages);
    }

    /** The day in the city's time on which this was, in full. */
    public String fullDate(Instant instant) {
        return fullDate(instant.atZone(ZONE).toLocalDate());
    }

    /** How large everything is: {@code standard}, {@code elder}, or {@code kiosk} at a machine. */
    public String mode() {
        if (screen.framed()) {
            return "kiosk";
        }
        return elder ? "elder" : "standard";
    }

    /** Whether {@code prefix} is the part of the site this page belongs to. */
    public boolean in(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** Whether this page belongs to {@code place}; a case opened from the inbox still does. */
    public boolean at(DeskPlace place) {
        return switch (place) {
            case INBOX -> path.equals(place.address()) || in("/desk/cases");
            case WINDOW -> in(place.address()) || in("/drafts");
            case ITEMS -> in(place.address()) || isTransferOfEntries() || in("/desk/base-items");
            default -> in(place.address());
        };
    }

    private boolean isTransferOfEntries() {
        return in("/desk/transfer") && !in(DeskPlace.CASE_EXCHANGE.address());
    }

    /** Where a change of language or mode comes back to. */
    public String address() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    public boolean english() {
        return "en".equals(locale.getLanguage());
    }

    /** The hidden field every form starts with. */
    public Content csrf() {
        return output -> {
            output.writeContent("<input type=\"hidden\" name=\"_csrf\" value=\"");
            output.writeUserContent(csrfToken);
            output.writeContent("\">");
        };
    }
}
