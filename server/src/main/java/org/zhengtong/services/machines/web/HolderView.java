package org.zhengtong.services.machines.web;

import java.util.List;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.queue.Board;

/**
 * What the holder of a card can do.
 *
 * @param coming what they booked for today
 * @param codes whether a code can be sent to their telephone
 */
public record HolderView(MaskedName name, List<Appointment> coming, List<Board.Line> lines, boolean codes) {}
