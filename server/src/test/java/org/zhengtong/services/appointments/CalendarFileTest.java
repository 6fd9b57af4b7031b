package org.zhengtong.services.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.BookingChannel;

/** What RFC 5545 asks of a file. */
class CalendarFileTest {
    private static final String TITLE = "食品经营许可（新办）, 变更; 延续\\注销\n（云溪市市民中心 🏛 二楼 B 区 企业服务综合窗口）";

    private final Appointment appointment = new Appointment(
            new UUID(1, 2),
            new PersonId(new UUID(3, 4)),
            "citizen-centre",
            "all",
            "item",
            "食品经营许可",
            new Moment(LocalDate.of(2026, 3, 5), LocalTime.of(9, 30)),
            LocalTime.of(10, 0),
            BookingChannel.PORTAL,
            Appointment.State.BOOKED,
            2,
            Instant.parse("2026-03-02T01:00:00Z"),
            Optional.empty(),
            "A0930-1");

    private final String text =
            new CalendarFile(appointment, TITLE, "云溪市市民中心, 望溪区", "https://yunxi.example/my/appointments/1").text();

    @Test
    void every_line_ends_with_cr_and_lf_and_has_75_octets_at_most() {
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(List.of(text.split("\r\n")))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
                .anyMatch(line -> line.startsWith(" "));
    }

    @Test
    void folded_lines_are_whole_again_when_unfolded_and_texts_are_escaped() {
        List<String> lines = unfolded();

        assertThat(lines)
                .contains(
                        "SUMMARY:食品经营许可（新办）\\, 变更\\; 延续\\\\注销\\n（云溪市市民中心 🏛 二楼 B 区 企业服务综合窗口）",
                        "LOCATION:云溪市市民中心\\, 望溪区");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void the_event_has_its_time_in_utc_a_stable_identifier_and_an_alarm() {
        assertThat(unfolded())
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .containsSubsequence("BEGIN:VEVENT", "BEGIN:VALARM", "TRIGGER:-P1D", "END:VALARM", "END:VEVENT")
                .contains(
                        "UID:" + new UUID(1, 2) + "@zhengtong",
                        "SEQUENCE:2",
                        "DTSTAMP:20260302T010000Z",
                        "DTSTART:20260305T013000Z",
                        "DTEND:20260305T020000Z",
                        "STATUS:CONFIRMED");
    }

    private List<String> unfolded() {
        return List.of(text.replace("\r\n ", "").split("\r\n"));
    }
}
