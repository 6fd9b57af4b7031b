package org.zhengtong.services.appointments.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.halls.Hall;

/**
 * Who comes to a hall on a day, and the telephone.
 *
 * @param halls in which the clerk's body has windows
 * @param number as it was typed for a caller
 */
public record ComingView(
        List<Hall> halls, Optional<Hall> hall, LocalDate day, List<Row> rows, FormState form, String number) {

    /**
     * @param name as others see it
     * @param arrives what saying that they came does
     * @param begun whether it can be said now that they did not come
     */
    public record Row(Appointment appointment, String name, Arrives arrives, boolean begun) {}

    public enum Arrives {
        /** Nothing: it is too early, or said already. */
        NOT,
        /** They are checked in, and stand in line. */
        CHECKED_IN,
        /** The day is over: it is only put on record. */
        RECORDED
    }
}
