package org.zhengtong.services.halls;

import java.util.List;
import org.zhengtong.people.organisation.StaffMember;

/**
 * What the system administrator sets up. Every method refuses everybody else with a
 * {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface PlanDesk {

    /** @param version 0 while the hall has no plan */
    record Kept(Hall hall, HallPlan plan, int version, List<HallFault> faults) {}

    /** What came of a change. */
    sealed interface Answer {
        record Done() implements Answer {}

        /** It would bring these faults into the plan; nothing was changed. */
        record Faulty(List<HallFault> faults) implements Answer {}
    }

    List<Kept> plans(StaffMember by);

    /** @throws org.zhengtong.ground.web.Problem 404 when there is no such hall */
    Kept plan(StaffMember by, String hall);

    /**
     * Faults the plan had before do not hold a change up: a hall is set up step by step.
     *
     * @param version of the plan the change was made from
     * @throws org.zhengtong.ground.web.Problem 409 when somebody else changed it meanwhile
     */
    Answer change(StaffMember by, int version, HallPlan changed);

    /** Takes over another hall's plan as far as it suits: groups lose the bodies that have no window here. */
    Answer copy(StaffMember by, String hall, int version, String from);
}
