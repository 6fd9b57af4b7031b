package org.zhengtong.services.appointments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;

/**
 * What clerks do: book for people on the telephone, and say who came. Every method refuses those who do not accept
 * (受理) with a {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface AppointmentDesk {

    /** Somebody on the telephone. */
    record Call(UUID id, PersonId person) {}

    /** Whether it is known who calls. */
    sealed interface Found {
        record Caller(UUID call) implements Found {}

        record Wrong(WrongField field) implements Found {}
    }

    /** @param number the whole identity number, as the caller says it */
    Found answer(StaffMember clerk, String number);

    /** @throws org.zhengtong.ground.web.Problem 404 when it is another clerk's, or long over */
    Call call(StaffMember clerk, UUID call);

    Appointments.Answer book(StaffMember clerk, UUID call, Wish wish);

    Appointments.Answer move(StaffMember clerk, UUID call, UUID appointment, Moment to);

    Appointments.Answer cancel(StaffMember clerk, UUID call, UUID appointment);

    /** The caller's, as they would see them. */
    List<Appointment> of(StaffMember clerk, UUID call);

    /** Who comes to the groups in which the clerk's body serves, in the order of the day. */
    List<Appointment> comingTo(StaffMember clerk, String hall, LocalDate day);

    /**
     * Says whether somebody came, from the beginning of their time on; it may be put right until the end of the next day.
     * On the day itself whoever comes is checked in instead.
     */
    Appointments.Answer mark(StaffMember clerk, UUID appointment, boolean came);
}
