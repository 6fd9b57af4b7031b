package org.zhengtong.services.appointments.internal;

import java.time.LocalDate;
import org.zhengtong.services.halls.BookingChannel;

/** What a queue is for: each way of booking has seats of its own, and so a queue of its own. */
record RushKey(String hall, String group, BookingChannel channel, LocalDate day) {}
