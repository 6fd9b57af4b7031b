package org.zhengtong.services.catalogue.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.SearchTerm;

/** Collects searches without a result in memory and writes them every few seconds. */
@Component
class MissedSearches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MissedSearches.class);

    /** When so many terms wait to be written, further ones are not counted. */
    static final int MOST_WAITING = 1000;

    private static final int SECONDS_BETWEEN = 5;

    private final SearchTermStore store;
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("missed-searches").daemon().factory());

    MissedSearches(SearchTermStore store) {
        this.store = store;
        var _ = timer.scheduleWithFixedDelay(this::write, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    void add(String question) {
        SearchTerm.of(question)
                .filter(term -> waiting.size() < MOST_WAITING || waiting.containsKey(term))
                .ifPresent(term -> waiting.merge(term, 1, Integer::sum));
    }

    /** Writes what has come up to now. */
    final synchronized void write() {
        Map<String, Integer> now = new HashMap<>();
        for (String term : List.copyOf(waiting.keySet())) {
            Integer times = waiting.remove(term);
            if (times != null) {
                now.put(term, times);
            }
        }
        if (now.isEmpty()) {
            return;
        }
        try {
            store.count(now);
            store.prune();
        } catch (DataAccessException e) {
            LOG.warn("{} searches without a result are not counted", now.size(), e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        write();
    }
}
