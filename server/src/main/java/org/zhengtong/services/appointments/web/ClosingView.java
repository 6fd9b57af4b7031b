package org.zhengtong.services.appointments.web;

import java.time.LocalDate;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.appointments.DayClosing;
import org.zhengtong.services.halls.Hall;

/**
 * A day of a hall falls out.
 *
 * @param asked the day whose bookings were counted, and how many there are
 * @param done what was just done
 */
public record ClosingView(
        Hall hall,
        Optional<Counted> asked,
        String day,
        String reason,
        FormState form,
        Optional<DayClosing.Answer.Done> done) {

    public record Counted(LocalDate day, int booked) {}
}
