package org.zhengtong.bench;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** How long the nightly count of all due dates takes, and what it holds of the heap. */
final class ClockCheckMeasure implements Measure {
    private static final String TASK = "cases.clock-check";

    @Override
    public String name() {
        return "clock-check";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        LargeCity city = workshop.cityOfCases();
        try (LargeCity.Inside inside = city.withCases(workshop);
                CaseCity cases = new CaseCity(inside.database())) {
            double reference = cases.secondsToReadTheOpen();
            cases.misplaceDueDates();
            RecurringTask<?> task = task(inside.context());
            double held;
            long start;
            double took;
            try (PeakHeap heap = new PeakHeap()) {
                start = System.nanoTime();
                task.execute(null, null);
                took = (System.nanoTime() - start) / 1e9;
                held = heap.megabytes();
            }
            int open = (int) (CaseCity.ALL * (long) CaseCity.OPEN_PERCENT / 100);
            return List.of(
                    Figure.atMost(
                            "clock-check",
                            60,
                            took,
                            reference,
                            "clock-check: seconds to count the due dates of " + open
                                    + " open cases anew, one in fifty of which has moved; reference: reading them"),
                    Figure.atMost(
                            "clock-check-heap",
                            200,
                            held,
                            Runtime.getRuntime().maxMemory() / 1e6,
                            "clock-check-heap: megabytes of heap held more than before, at the worst collection;"
                                    + " reference: all the heap there may be"));
        }
    }

    private static RecurringTask<?> task(ApplicationContext program) {
        return Arrays.stream(program.getBeanNamesForType(RecurringTask.class))
                .<RecurringTask<?>>map(name -> (RecurringTask<?>) program.getBean(name))
                .filter(task -> task.getName().equals(TASK))
                .findFirst()
                .orElseThrow();
    }
}
