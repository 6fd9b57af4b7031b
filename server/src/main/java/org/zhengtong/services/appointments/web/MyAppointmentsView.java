package org.zhengtong.services.appointments.web;

import java.util.List;
import org.zhengtong.services.appointments.Appointment;

/** The person's appointments, those to come and those that are over. */
public record MyAppointmentsView(List<Named> coming, List<Named> over) {

    /** With the name of its hall. */
    public record Named(Appointment appointment, String hallName) {}
}
