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
     * @param begun whether it can be said now if they came
     */
    public record Row(Appointment appointment, String name, boolean begun) {}
}
