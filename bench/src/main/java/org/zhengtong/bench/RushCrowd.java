package org.zhengtong.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All who come to a rush, each on their own time. The wait for an answer is counted from when somebody wanted to ask, whether
 * or not those before are answered, so that a stall is not hidden.
 */
final class RushCrowd {
    /** As many as a proxy keeps that stands in front of the program and in which all others wait. */
    private static final int CONNECTIONS = 64;

    private static final long LONGEST_IDLE = 10_000_000_000L;
    private final Program program;
    private final RushPerson.Goal goal;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final LinkedBlockingQueue<Came> came = new LinkedBlockingQueue<>();
    private final Semaphore connections = new Semaphore(CONNECTIONS, true);
    private final AtomicInteger againOnANewOne = new AtomicInteger();
    private double[] took = new double[1 << 16];
    private int answers;
    private long end;

    RushCrowd(Program program, RushPerson.Goal goal) {
        this.program = program;
        this.goal = goal;
    }

    private record Idle(Caller caller, long since) {}

    /** @param at when they want to ask, by the machine's clock in nanoseconds */
    private record Ask(RushPerson who, long at) implements Comparable<Ask> {
        @Override
        public int compareTo(Ask other) {
            return Long.compare(at, other.at);
        }
    }

    private record Came(Ask ask, Optional<Long> again, long at, Optional<Exception> fault) {}

    /** @param first when each of them asks first */
    void come(List<RushPerson> people, long[] first) throws InterruptedException {
        PriorityQueue<Ask> waiting = new PriorityQueue<>();
        for (int i = 0; i < first.length; i++) {
            waiting.add(new Ask(people.get(i), first[i]));
        }
        int left = first.length;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (left > 0) {
                while (!waiting.isEmpty() && waiting.peek().at() <= System.nanoTime()) {
                    Ask ask = waiting.remove();
                    threads.execute(() -> came.add(asked(ask)));
                }
                long pause = waiting.isEmpty()
                        ? 100_000_000
                        : Math.clamp(waiting.peek().at() - System.nanoTime(), 0, 100_000_000);
                for (Came one = came.poll(pause, TimeUnit.NANOSECONDS); one != null; one = came.poll()) {
                    one.fault().ifPresent(fault -> {
                        throw new IllegalStateException("somebody was not answered", fault);
                    });
                    count(one);
                    if (one.again().isPresent()) {
                        waiting.add(
                                new Ask(one.ask().who(), one.at() + one.again().get() * 1_000_000));
                    } else {
                        left--;
                        end = one.at();
                    }
                }
            }
        }
    }

    private void count(Came one) {
        if (answers == took.length) {
            took = Arrays.copyOf(took, took.length * 2);
        }
        took[answers++] = (one.at() - one.ask().at()) / 1e6;
    }

    private Came asked(Ask ask) {
        connections.acquireUninterruptibly();
        try {
            return new Came(ask, answer(ask.who()), System.nanoTime(), Optional.empty());
        } catch (Exception e) {
            return new Came(ask, Optional.empty(), System.nanoTime(), Optional.of(e));
        } finally {
            connections.release();
        }
    }

    /** A kept connection may be closed at the moment it is used; then it is asked again, once, on a new one. */
    private Optional<Long> answer(RushPerson who) throws Exception {
        Caller caller = caller();
        Optional<Long> again;
        try {
            again = who.act(caller, goal);
        } catch (IOException closed) {
            caller.close();
            againOnANewOne.incrementAndGet();
            caller = program.caller();
            again = who.act(caller, goal);
        }
        synchronized (idle) {
            idle.push(new Idle(caller, System.nanoTime()));
        }
        return again;
    }

    /** The program closes what has been idle for long. */
    private Caller caller() throws IOException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                Idle one = idle.pop();
                if (System.nanoTime() - one.since() < LONGEST_IDLE) {
                    return one.caller();
                }
                one.caller().close();
            }
        }
        return program.caller();
    }

    /** When the last of them had their answer. */
    long end() {
        return end;
    }

    int againOnANewOne() {
        return againOnANewOne.get();
    }

    int answers() {
        return answers;
    }

    /** Milliseconds that so many of 100 answers do not exceed. */
    double within(double percent) {
        double[] sorted = Arrays.copyOf(took, answers);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * percent / 100) - 1];
    }

    void leave() throws IOException {
        for (Idle one : idle) {
            one.caller().close();
        }
    }
}
