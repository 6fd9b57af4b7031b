package org.zhengtong.services.appointments.internal;

import java.time.Instant;
import java.util.List;

/** People were let in up to this place. */
record RushStep(int upto, Instant at) {

    /** The last place of those let in; 0 before the first. */
    static int reached(List<RushStep> steps) {
        return steps.isEmpty() ? 0 : steps.getLast().upto();
    }

    /** Up to which place people had been let in at this time. */
    static int reachedAt(List<RushStep> steps, Instant time) {
        return reached(steps.stream().filter(step -> !step.at().isAfter(time)).toList());
    }
}
