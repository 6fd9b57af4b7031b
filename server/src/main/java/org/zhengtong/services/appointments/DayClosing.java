package org.zhengtong.services.appointments;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;

/** A day falls out, by a power cut or a storm. For the system administrator; everybody else is refused. */
public interface DayClosing {

    /** What came of it. */
    sealed interface Answer {
        /**
         * @param moved how many have the next free time now
         * @param cancelled how many there was none for
         */
        record Done(int moved, int cancelled) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    int booked(StaffMember by, String hall, LocalDate day);

    /** Closes the hall on this day; all who booked it are moved to the next free time and told. */
    Answer close(StaffMember by, String hall, String day, String reason);
}
