package org.zhengtong.services.appointments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.zhengtong.ground.web.Page;

/**
 * An appointment for the calendar of a telephone (iCalendar, RFC 5545), with an alarm the day before.
 *
 * @param title what the calendar shows
 * @param place where to go
 * @param address of the page on which it can be moved or cancelled
 */
public record CalendarFile(Appointment appointment, String title, String place, String address) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Octets of a line without its end (RFC 5545, 3.1). */
    private static final int LONGEST_LINE = 75;

    public String text() {
        Instant starts = appointment.moment().instant();
        Instant ends = appointment
                .moment()
                .day()
                .atTime(appointment.ends())
                .atZone(Page.ZONE)
                .toInstant();
        StringBuilder text = new StringBuilder();
        lines(starts, ends).forEach(line -> text.append(folded(line)).append("\r\n"));
        return text.toString();
    }

    private List<String> lines(Instant starts, Instant ends) {
        return List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Zhengtong//Appointments//ZH",
                "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                "UID:" + appointment.id() + "@zhengtong",
                "SEQUENCE:" + appointment.moves(),
                "DTSTAMP:" + TIME.format(appointment.changedAt()),
                "DTSTART:" + TIME.format(starts),
                "DTEND:" + TIME.format(ends),
                "SUMMARY:" + escaped(title),
                "LOCATION:" + escaped(place),
                "URL:" + address,
                "STATUS:" + (appointment.isBooked() ? "CONFIRMED" : "CANCELLED"),
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:" + escaped(title),
                "TRIGGER:-P1D",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR");
    }

    /** RFC 5545, 3.3.11; a line break in a text is written {@code \n}. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|\r|\n", "\\\\n");
    }

    /** A long line goes on after a line break and a blank, and no character is cut in two. */
    static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }

    /** The name the file is saved under. */
    public String fileName() {
        return "appointment-" + appointment.moment().day() + ".ics";
    }
}
