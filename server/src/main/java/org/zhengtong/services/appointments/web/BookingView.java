package org.zhengtong.services.appointments.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.Hall;

/**
 * Booking a time in a hall: first what for, then when.
 *
 * @param question what was searched for
 * @param found items served in this hall
 * @param choice empty while no item is chosen, or the hall takes no bookings for it
 */
public record BookingView(
        Hall hall, Optional<ServiceItem> item, String question, List<ServiceItem> found, Optional<Choice> choice) {}
