package org.zhengtong.services.queue.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Tickets;

/** One screen of the machine. */
public sealed interface KioskNumbersView {

    /**
     * No numbers here: nobody connected the machine, or its hall gives none.
     *
     * @param hall empty when it is not connected
     */
    record Where(Optional<Hall> hall) implements KioskNumbersView {}

    /**
     * What somebody comes for.
     *
     * @param name of who signed in here, as others see it
     * @param coming what they booked for today
     */
    record Groups(Hall hall, Board board, Optional<String> name, List<Appointment> coming)
            implements KioskNumbersView {}

    record Who(Hall hall, Board.Line line) implements KioskNumbersView {}

    /**
     * @param party the numbers of all who came together
     * @param paper whether the machine's own printer prints them, if it has one
     */
    record Given(Ticket ticket, List<Ticket> party, Tickets.Standing standing, boolean paper)
            implements KioskNumbersView {}
}
