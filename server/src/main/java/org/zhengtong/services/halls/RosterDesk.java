package org.zhengtong.services.halls;

import java.util.List;
import java.util.Map;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;

/**
 * Who sets up a hall's plan sets up its roster. Every method refuses everybody else with a
 * {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface RosterDesk {

    /**
     * @param version 0 while the hall has no roster
     * @param clerks who may serve in the hall
     * @param names of everybody in the roster, also of those who serve no more
     */
    record Kept(
            Hall hall,
            HallPlan plan,
            Roster roster,
            int version,
            List<Clerk> clerks,
            Map<PersonId, String> names,
            List<RosterFault> faults) {}

    record Clerk(PersonId id, String name, String bodyUscc, String bodyName) {}

    /** What came of a change. */
    sealed interface Answer {
        record Done() implements Answer {}

        /** It would bring these faults; nothing was changed. */
        record Faulty(List<RosterFault> faults) implements Answer {}
    }

    /** @throws org.zhengtong.ground.web.Problem 404 when there is no such hall */
    Kept roster(StaffMember by, String hall);

    /**
     * Windows nobody staffs, and faults it had before, do not hold a change up.
     *
     * @param version of the roster the change was made from
     * @throws org.zhengtong.ground.web.Problem 409 when somebody else changed it meanwhile
     */
    Answer change(StaffMember by, int version, Roster changed);
}
