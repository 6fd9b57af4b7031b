package org.zhengtong.services.appointments.web;

import java.util.List;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Waiting;

/**
 * The person's appointments, those to come and those that are over.
 *
 * @param waiting for which times the person waits
 * @param done the sentence on what was just done
 */
public record MyAppointmentsView(List<Named> coming, List<Named> over, List<NamedWaiting> waiting, String done) {

    /** With the name of its hall. */
    public record Named(Appointment appointment, String hallName) {}

    /** With the name of its hall. */
    public record NamedWaiting(Waiting waiting, String hallName) {}
}
