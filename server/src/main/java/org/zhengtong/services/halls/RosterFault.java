package org.zhengtong.services.halls;

import java.util.List;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.HallPlan.Opening;

/** Something that is wrong with a roster. */
public sealed interface RosterFault {
    /** One person at two windows at the same time. */
    record AtTwoWindows(RosterDay day, PersonId clerk, int window, int other) implements RosterFault {}

    /** @param other id of the other hall the person is to be in at the same time */
    record AtTwoHalls(RosterDay day, PersonId clerk, int window, String other) implements RosterFault {}

    /** Two people at one window at the same time. */
    record TwoAtWindow(RosterDay day, int window) implements RosterFault {}

    /** They do not accept any more, or work for a body that has no window in the hall. */
    record Gone(PersonId clerk) implements RosterFault {}

    /** No group at this window serves their body, or the window is not there any more. */
    record NotServing(PersonId clerk, int window) implements RosterFault {}

    /** Nobody is at these windows although the hall is open. */
    record Unstaffed(RosterDay day, Opening time, List<Integer> windows) implements RosterFault {}

    /** Whether a change that brings it is refused. A window nobody staffs is closed, which may be meant. */
    default boolean isRefused() {
        return !(this instanceof Unstaffed);
    }
}
