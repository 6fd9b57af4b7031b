/**
 * Appointments (预约): somebody books a time in a hall for an item, changes or cancels it, is reminded, and comes. Seats are
 * rows; none is taken twice, and nobody has more bookings than the hall's plan allows.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
