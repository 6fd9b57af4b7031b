package org.zhengtong.services.queue.web;

import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Tickets;

/**
 * A number, for whoever has it in hand.
 *
 * @param group name of the group that serves them
 * @param area where the window is; empty while they wait
 */
public record TicketView(Ticket ticket, Hall hall, String group, String area, Tickets.Standing standing) {}
