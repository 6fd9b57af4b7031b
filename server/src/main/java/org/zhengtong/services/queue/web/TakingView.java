package org.zhengtong.services.queue.web;

import java.util.List;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Ticket;

/**
 * Taking a number in a hall with one's own telephone.
 *
 * @param code of the entrance
 * @param isThere whether the code is good
 * @param coming what the person booked for today
 * @param held numbers the person has in this hall
 */
public record TakingView(
        Hall hall, String code, boolean isThere, Board board, List<Appointment> coming, List<Ticket> held) {}
