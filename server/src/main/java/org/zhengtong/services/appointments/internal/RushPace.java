package org.zhengtong.services.appointments.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a queue moves. Nobody is let in for whom there is no seat, and not more at a time than the machine can serve. */
final class RushPace {
    /** So much of a pause is made up for at once. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration MEASURED = Duration.ofMinutes(1);
    private static final int LOOKS_A_SECOND = 1_200;
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(13);
    private static final Duration LONGEST_BEFORE = Duration.ofMinutes(5);

    private RushPace() {}

    /**
     * @param reached the last place of those let in before
     * @param pause since they were
     * @param promised those let in who can still book
     * @return the last place of those let in now
     */
    static int next(int reached, int placed, int aSecond, Duration pause, int free, int promised) {
        long millis = Math.clamp(pause.toMillis(), 0, LONGEST_PAUSE.toMillis());
        long most = Math.min(aSecond * millis / 1000, (long) free - promised);
        return Math.clamp(reached + most, reached, Math.max(reached, placed));
    }

    /** For those who have so many before them, by what was measured in the last minute. */
    static Optional<Duration> estimate(List<RushStep> steps, Instant released, Instant now, int ahead) {
        Instant since = now.minus(MEASURED).isAfter(released) ? now.minus(MEASURED) : released;
        int moved = RushStep.reached(steps) - RushStep.reachedAt(steps, since);
        long millis = Duration.between(since, now).toMillis();
        return moved <= 0 || millis <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(millis * (ahead + 1L) / moved));
    }

    /**
     * Somebody looks the sooner the sooner their turn comes, but all together do not wear the machine down.
     *
     * @param estimate empty for those who only wait for others to give up
     */
    static Duration look(int waiting, Optional<Duration> estimate) {
        Duration soon = within(SHORTEST, estimate.map(one -> one.dividedBy(2)).orElse(LONGEST), LONGEST);
        return within(soon, all(waiting), LONGEST);
    }

    /** Nothing changes before the release; after it not all look in the same second. */
    static Duration lookBefore(Duration left, int waiting, int spread) {
        Duration span = within(SHORTEST, all(waiting), LONGEST);
        return within(
                Duration.ZERO,
                left.plusSeconds(1).plusMillis(Math.floorMod(spread, (int) span.toMillis())),
                LONGEST_BEFORE);
    }

    private static Duration all(int waiting) {
        return Duration.ofMillis(1000L * waiting / LOOKS_A_SECOND);
    }

    private static Duration within(Duration least, Duration wanted, Duration most) {
        Duration enough = wanted.compareTo(least) < 0 ? least : wanted;
        return enough.compareTo(most) > 0 ? most : enough;
    }
}
