package org.zhengtong.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.zhengtong.Zhengtong;

/** How far off the announced waits are on a simulated day, against what a clerk would say off-hand. */
final class WaitingMeasure implements Measure {
    private static final int HALLS = 20;
    private static final int TICKETS = 5_000;
    private static final long SEED = Long.getLong("zt.seed", 20260302L);

    @Override
    public String name() {
        return "waiting";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (LargeCity.Inside inside = workshop.cityInside("waiting-city")
                .inside(Zhengtong.class, SteppedClock.class, SwitchedAuditLog.class)) {
            inside.context().getBean(SwitchedAuditLog.class).write(false);
            long start = System.nanoTime();
            List<double[]> errors = new HallsOfADay(inside.context(), SEED).play(HALLS, TICKETS);
            workshop.say("waiting: seed %d, %d people called in %d halls, played in %.0f s"
                    .formatted(SEED, errors.size(), HALLS, (System.nanoTime() - start) / 1e9));
            return List.of(Figure.atMost(
                    "waiting",
                    0.25,
                    median(errors, one -> one[0]),
                    median(errors, one -> one[1]),
                    "waiting: median of how far the announced wait (the middle of its range) is off, as a share of the"
                            + " wait, of a minute at least; reference: those before, times eight minutes, by the"
                            + " windows"));
        }
    }

    private static double median(List<double[]> errors, ToDoubleFunction<double[]> one) {
        double[] sorted = errors.stream().mapToDouble(one).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
