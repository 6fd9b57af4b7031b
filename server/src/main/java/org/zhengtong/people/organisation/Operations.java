package org.zhengtong.people.organisation;

import java.util.List;
import org.zhengtong.ground.outbox.DeadLetter;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;

/**
 * What the system administrator does: the particulars of bodies, and events that could not be delivered. Every method
 * refuses everybody else with a {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface Operations {

    /** What of a body changes from day to day. */
    record Contact(String address, String openingHours, String consultationPhone, String complaintPhone) {}

    List<Body> bodies(StaffMember by);

    /**
     * @return what is wrong with the particulars; nothing was changed unless this is empty
     * @throws org.zhengtong.ground.web.Problem 404 when there is no such body
     */
    List<WrongField> change(StaffMember by, Uscc body, Contact contact);

    /** Oldest first. {@code after} is the sequence of the last one of the page before, or 0. */
    List<DeadLetter> deadLetters(StaffMember by, long after, int most);

    long deadLetterCount(StaffMember by);

    /** @return false when it is no dead letter any more */
    boolean retry(StaffMember by, String handler, long sequence);
}
