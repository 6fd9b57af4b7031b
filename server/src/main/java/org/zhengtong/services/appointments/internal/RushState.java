package org.zhengtong.services.appointments.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.appointments.internal.RushStore.Row;

/** A queue as a node remembers it, a second old at most while somebody looks. */
record RushState(Row row, List<RushStep> steps) {

    int reached() {
        return RushStep.reached(steps);
    }

    /** Until when somebody with this place may book; empty while they wait. */
    Optional<Instant> turn(int place, Duration length) {
        return steps.stream()
                .filter(step -> step.upto() >= place)
                .findFirst()
                .map(step -> step.at().plus(length));
    }

    boolean isEnded() {
        return row.ended().isPresent();
    }
}
