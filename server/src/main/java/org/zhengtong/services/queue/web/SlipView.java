package org.zhengtong.services.queue.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Ticket;

/**
 * Slips of those who came together, to be printed.
 *
 * @param codes picture of each one's address
 * @param silent whether the hall's printer did not answer
 */
public record SlipView(Hall hall, String group, List<Ticket> tickets, Map<UUID, String> codes, boolean silent) {}
