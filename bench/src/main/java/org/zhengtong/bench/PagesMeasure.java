package org.zhengtong.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * How long pages take at fifty requests a second. They come at their appointed times whether or not the ones before are
 * answered, and the wait is counted from the appointed time, so that a stall is not hidden.
 */
final class PagesMeasure implements Measure {
    private static final int A_SECOND = 50;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 20;
    private static final double GOAL = 50;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city()) {
            Visits visits;
            try (Caller caller = program.caller()) {
                visits = Visits.of(caller);
            }
            load(program, visits.items(), WARM_UP_SECONDS);
            load(program, visits.searches(), WARM_UP_SECONDS);
            double plain = load(program, List.of("/zt.css"), SECONDS);
            double items = load(program, visits.items(), SECONDS);
            double searches = load(program, visits.searches(), SECONDS);
            String meaning = ": milliseconds 95 of 100 are answered within, at " + A_SECOND
                    + " requests a second; reference: the style sheet at the same pace";
            return List.of(
                    Figure.atMost("pages-item", GOAL, items, plain, "pages-item" + meaning),
                    Figure.atMost("pages-search", GOAL, searches, plain, "pages-search" + meaning),
                    Figure.atMost(
                            "pages", GOAL, Math.max(items, searches), plain, "pages: the slower of the two" + meaning));
        }
    }

    /** @return milliseconds within which 95 of 100 were answered */
    private static double load(Program program, List<String> paths, int seconds)
            throws IOException, InterruptedException {
        int count = A_SECOND * seconds;
        long step = 1_000_000_000L / A_SECOND;
        double[] took = new double[count];
        Deque<Caller> idle = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime() + step;
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long appointed = start + i * step;
                LockSupport.parkNanos(appointed - System.nanoTime());
                int number = i;
                String path = paths.get(i % paths.size());
                running.add(threads.submit(() -> {
                    visit(program, idle, path);
                    took[number] = (System.nanoTime() - appointed) / 1e6;
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page was not answered", e.getCause());
        } finally {
            for (Caller caller : idle) {
                caller.close();
            }
        }
        Arrays.sort(took);
        return took[(int) Math.ceil(count * 0.95) - 1];
    }

    private static void visit(Program program, Deque<Caller> idle, String path) throws IOException {
        Caller caller;
        synchronized (idle) {
            caller = idle.poll();
        }
        if (caller == null) {
            caller = program.caller();
        }
        int status = caller.get(path).status();
        if (status != 200) {
            throw new IllegalStateException(path + " was answered " + status);
        }
        synchronized (idle) {
            idle.push(caller);
        }
    }
}
