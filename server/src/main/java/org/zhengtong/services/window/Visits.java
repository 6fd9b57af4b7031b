package org.zhengtong.services.window;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.InPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.filing.Drafts;

/**
 * Serving people at the window. Every method is for clerks who accept (403 for others), and a visit for the clerk who
 * serves it (404 for others).
 */
public interface Visits {

    /** What comes of beginning. */
    sealed interface Begun {
        record Open(UUID visit) implements Begun {}

        record Wrong(List<WrongField> fields) implements Begun {}
    }

    Begun begin(StaffMember clerk, NewVisit typed);

    /** Those begun and not closed today. */
    List<Visit> openOf(StaffMember clerk);

    Visit visit(StaffMember clerk, UUID id);

    /**
     * The clerk has made sure who it is. From now on the person's data is open to the clerk, and that it was opened,
     * with the purpose, stands in the audit log for the person to read.
     *
     * @param number what the person proves themselves with: nothing more when they were found by their whole number, the
     *     last four characters of it when they were found by a licence or sent by another window, the whole number when
     *     they were found by telephone
     * @param seen whether the clerk has compared card and face
     */
    List<WrongField> confirm(StaffMember clerk, UUID id, String number, boolean seen);

    /** Registers a person nobody knew; they are confirmed by the way. */
    List<WrongField> register(StaffMember clerk, UUID id, InPerson typed);

    /** Makes the person at the window the agent of a firm the house does not know yet. */
    List<WrongField> registerFirm(StaffMember clerk, UUID id, FirmRegistration typed);

    /** Begins a filing, or goes on with one, for the person or whom they act for. */
    Drafts.Start start(StaffMember clerk, UUID id, ItemCode item, Optional<Party> other);

    /** The same for one thing (一件事). */
    Drafts.Start startJointly(StaffMember clerk, UUID id, String bundle, Optional<Party> other);

    /** Goes on with what the person has begun at home. */
    void goOn(StaffMember clerk, UUID id, UUID draft);

    /**
     * Begins to hand in what one of the person's cases waits for, or goes on with it.
     *
     * @param material the promised one; absent for the correction
     * @return the supplement
     */
    UUID supplement(StaffMember clerk, UUID id, CaseId awaiting, Optional<String> material);

    void close(StaffMember clerk, UUID id);
}
