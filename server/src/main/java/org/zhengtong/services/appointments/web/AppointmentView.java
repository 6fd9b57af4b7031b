package org.zhengtong.services.appointments.web;

import java.util.Optional;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.halls.Hall;

/**
 * One appointment of the person's own.
 *
 * @param ahead whether it can still be moved or cancelled
 * @param choice the times it can be moved to, on the page where that is done
 * @param done the sentence on what was just done
 */
public record AppointmentView(
        Appointment appointment, Optional<Hall> hall, boolean ahead, Optional<Choice> choice, String done) {

    public String hallName() {
        return hall.map(Hall::name).orElse(appointment.hall());
    }
}
