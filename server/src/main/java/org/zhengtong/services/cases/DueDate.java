package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A time limit that can explain itself.
 *
 * @param start the day from which it counts; itself not counted
 * @param days working days
 * @param due the last day; absent while the clock stands
 * @param endedOn the day what was due happened; the clock stopped there
 * @param daysLeft working days left, negative when overdue; measured on {@code endedOn} when that is present
 * @param calendarVersion the announcements counted by
 * @param provisional whether a year in it is not announced yet, so that the day may move
 */
public record DueDate(
        Kind kind,
        LocalDate start,
        int days,
        Optional<LocalDate> due,
        Optional<LocalDate> endedOn,
        int daysLeft,
        Light light,
        List<Pause> pauses,
        Optional<Extension> extension,
        String calendarVersion,
        boolean provisional) {

    /** Which time limit. The article it stands on is the message {@code cases.clock.<kind>.article}. */
    public enum Kind {
        ACCEPTANCE,
        CORRECTION,
        STATUTORY,
        PROMISED,
        DEFERRAL,
        DELIVERY
    }

    public boolean isRunning() {
        return endedOn.isEmpty() && due.isPresent();
    }

    public boolean isStanding() {
        return endedOn.isEmpty() && due.isEmpty();
    }
}
