package org.zhengtong.services.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The times at which a hall takes people for an item.
 *
 * @param days those on which the hall is open, in order
 */
public record Offer(String groupName, List<Day> days) {
    public Offer {
        days = List.copyOf(days);
    }

    /**
     * @param times none while the day has not opened
     * @param opens when it opens, while it has not
     * @param queue whether people queue for it, and book on their turn
     */
    public record Day(LocalDate date, List<Time> times, Optional<Instant> opens, boolean queue) {
        public Day {
            times = List.copyOf(times);
        }

        public int free() {
            return times.stream().mapToInt(Time::free).sum();
        }
    }

    /** @param free how many can still come */
    public record Time(LocalTime starts, LocalTime ends, int free) {}

    public Optional<Day> day(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }

    /** The first day with a free time. */
    public Optional<Day> firstFree() {
        return days.stream().filter(day -> day.free() > 0 && !day.queue()).findFirst();
    }
}
