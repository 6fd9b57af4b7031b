package org.zhengtong.services.appointments.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.Hall;

/**
 * Somebody on the telephone.
 *
 * @param name as others see it
 * @param open those that can be moved or cancelled
 * @param moving the one that is being moved
 */
public record CallView(
        UUID call,
        String name,
        List<MyAppointmentsView.Named> open,
        List<Hall> halls,
        String hall,
        String question,
        List<ServiceItem> found,
        Optional<ServiceItem> item,
        Optional<MyAppointmentsView.Named> moving,
        Optional<Choice> choice,
        String done) {

    public String here() {
        return "/desk/appointments/calls/" + call;
    }
}
