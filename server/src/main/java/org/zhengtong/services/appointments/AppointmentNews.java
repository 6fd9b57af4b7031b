package org.zhengtong.services.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Something happened to an appointment, or it is near. */
public record AppointmentNews(
        UUID appointment,
        UUID person,
        String hall,
        String hallName,
        String item,
        String itemName,
        LocalDate day,
        LocalTime starts,
        What what,
        Instant at) {
    public static final String TOPIC = "appointments.changed";

    public enum What {
        /** A time came free for who waited; it is held for them for a while. */
        OFFERED,
        BOOKED,
        MOVED,
        /** The hall is closed then and moved it. */
        POSTPONED,
        CANCELLED,
        CLOSED,
        /** It is tomorrow. */
        REMINDER,
        KEPT,
        MISSED,
        PASSED,
        /** What was offered was not taken in time. */
        LAPSED
    }
}
