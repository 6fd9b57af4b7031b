package org.zhengtong.ground.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.calendar.WorkingCalendar;

class AnnouncedCalendarTest {
    private final WorkingCalendar calendar = real();

    @Test
    void the_spring_festival_is_off_and_its_saturdays_are_worked() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(LocalDate.of(2026, 2, 15).datesUntil(LocalDate.of(2026, 2, 24)))
                .noneMatch(calendar::isWorkingDay);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 24))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 28))).isTrue();
    }

    @Test
    void five_working_days_from_the_eve_of_the_festival_end_after_it() {
        LocalDate friday = LocalDate.of(2026, 2, 13);

        LocalDate end = calendar.after(friday, 5);

        assertThat(end).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(calendar.between(friday, end)).isEqualTo(5);
        assertThat(calendar.between(end, friday)).isEqualTo(-5);
    }

    @Test
    void counting_goes_on_over_the_end_of_a_year() {
        assertThat(calendar.after(LocalDate.of(2025, 12, 30), 3)).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void a_year_not_yet_announced_has_its_weekends_only_and_says_so() {
        assertThat(calendar.announced(2026)).isTrue();
        assertThat(calendar.announced(2031)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 1))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2031, 10, 4))).isFalse();
        assertThat(calendar.version()).isEqualTo("国务院放假安排 2004–2026");
    }

    @Test
    void no_days_end_on_the_day_itself_and_fewer_cannot_be_asked_for() {
        LocalDate sunday = LocalDate.of(2026, 3, 1);

        assertThat(calendar.after(sunday, 0)).isEqualTo(sunday);
        assertThatThrownBy(() -> calendar.after(sunday, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_ends_after_some_working_days_lies_that_many_working_days_away() {
        long seed = 20260302;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            LocalDate start = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(8000));
            int days = 1 + random.nextInt(90);

            LocalDate end = calendar.after(start, days);

            assertThat(calendar.isWorkingDay(end))
                    .as("seed %d, %s + %d", seed, start, days)
                    .isTrue();
            assertThat(calendar.between(start, end))
                    .as("seed %d, %s + %d", seed, start, days)
                    .isEqualTo(days);
        }
    }

    private static WorkingCalendar real() {
        try {
            return new CalendarConfiguration().workingCalendar();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
