package org.zhengtong.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that work at the same time, each doing the same thing again and again. */
record Clients(String doing, List<Client> all) {
    private static final int SLICE_SECONDS = 8;
    private static final int MOST_SLICES = 20;
    private static final double NOTABLY = 1.02;

    /** One of them. */
    interface Client {
        void act() throws Exception;
    }

    /** @return how many times it was done */
    long work(int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            List<Future<Long>> running = all.stream()
                    .map(client -> threads.submit(() -> {
                        long done = 0;
                        while (System.nanoTime() < end) {
                            client.act();
                            done++;
                        }
                        return done;
                    }))
                    .toList();
            long done = 0;
            for (Future<Long> one : running) {
                done += one.get();
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException(doing + " did not succeed", e.getCause());
        }
    }

    /**
     * Works until that gets no faster. A server runs for months; in its first minute or two its compiler takes a good
     * part of two cores, which would be counted as the price of the work.
     *
     * @return how many times it was done
     */
    long warmUp(Workshop workshop) throws InterruptedException {
        long all = 0;
        long best = 0;
        int slices = 0;
        for (int noFaster = 0; noFaster < 3 && slices < MOST_SLICES; slices++) {
            long done = work(SLICE_SECONDS);
            noFaster = done > best * NOTABLY ? 0 : noFaster + 1;
            best = Math.max(best, done);
            all += done;
        }
        workshop.say(doing + ": warm after " + slices * SLICE_SECONDS + " s");
        return all;
    }
}
