package org.zhengtong.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at an even pace. They come at their appointed times whether or not the ones before are answered, and the wait
 * is counted from the appointed time, so that a stall is not hidden.
 */
record Load(Program program, int aSecond) {

    /**
     * What is asked for.
     *
     * @param headers of the request, such as a session
     * @param from the address of this machine it comes from, over a connection of its own; empty for any
     */
    record Request(String path, Map<String, String> headers, Optional<InetAddress> from) {
        Request(String path, Map<String, String> headers) {
            this(path, headers, Optional.empty());
        }
    }

    /** @return milliseconds within which 95 of 100 were answered */
    double run(List<String> paths, int seconds) throws IOException, InterruptedException {
        return ask(paths.stream().map(path -> new Request(path, Map.of())).toList(), seconds);
    }

    /** @return milliseconds within which 95 of 100 were answered */
    double ask(List<Request> requests, int seconds) throws IOException, InterruptedException {
        int count = aSecond * seconds;
        long step = 1_000_000_000L / aSecond;
        double[] took = new double[count];
        Deque<Caller> idle = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime() + step;
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long appointed = start + i * step;
                LockSupport.parkNanos(appointed - System.nanoTime());
                int number = i;
                Request request = requests.get(i % requests.size());
                running.add(threads.submit(() -> {
                    visit(idle, request);
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
        return ninetyFive(took);
    }

    /** What 95 of 100 do not exceed. */
    static double ninetyFive(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    private void visit(Deque<Caller> idle, Request request) throws IOException {
        if (request.from().isPresent()) {
            try (Caller alone = program.caller(request.from().get())) {
                answered(request, alone);
            }
            return;
        }
        Caller caller;
        synchronized (idle) {
            caller = idle.poll();
        }
        if (caller == null) {
            caller = program.caller();
        }
        answered(request, caller);
        synchronized (idle) {
            idle.push(caller);
        }
    }

    private static void answered(Request request, Caller caller) throws IOException {
        int status = caller.send("GET", request.path(), request.headers(), "").status();
        if (status != 200) {
            throw new IllegalStateException(request.path() + " was answered " + status);
        }
    }
}
