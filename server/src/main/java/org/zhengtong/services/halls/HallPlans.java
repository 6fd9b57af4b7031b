package org.zhengtong.services.halls;

import java.util.Optional;

/** The plans of the halls. */
public interface HallPlans {
    /** The plan as it is, with its faults if it has any; from memory, a few seconds old at most. */
    Optional<HallPlan> plan(String hall);

    /** The plan by which people are booked: one without faults. */
    Optional<HallPlan> bookable(String hall);

    /** The same in the running transaction: until its end nobody changes the plan. */
    Optional<HallPlan> hold(String hall);

    /** Adds a plan, or changes the hall's. */
    void put(HallPlan plan);
}
