package org.zhengtong.services.appointments.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.halls.HallPlan;

/**
 * When people stand in a queue for a day.
 *
 * @param room from when they are let into the waiting room
 * @param released when the day opens
 * @param calm from when nobody new needs to queue, once nobody waits any more
 */
record RushWindow(Instant room, Instant released, Instant calm) {
    /** A queue that does not come to an end is dissolved. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Empty when the hall has no queue. */
    static Optional<RushWindow> of(HallPlan plan, LocalDate day) {
        return plan.rules()
                .release()
                .filter(release -> release.rushMinutes() > 0)
                .flatMap(release -> plan.rules()
                        .opens(day)
                        .map(time -> time.atZone(Page.ZONE).toInstant())
                        .map(at -> new RushWindow(
                                at.minus(Duration.ofMinutes(release.rushMinutes())),
                                at,
                                at.plus(Duration.ofMinutes(release.rushMinutes())))));
    }

    boolean isBefore(Instant now) {
        return now.isBefore(room);
    }

    boolean isReleased(Instant now) {
        return !now.isBefore(released);
    }

    boolean isCalm(Instant now) {
        return !now.isBefore(calm);
    }

    boolean isOver(Instant now) {
        return now.isAfter(released.plus(LONGEST));
    }
}
