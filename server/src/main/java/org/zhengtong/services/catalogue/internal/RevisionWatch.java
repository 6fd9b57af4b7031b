package org.zhengtong.services.catalogue.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every second whether another node published. */
@Component
class RevisionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionWatch.class);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("catalogue-watch").daemon().factory());
    private final PublishedCatalogue catalogue;
    private final Future<?> watching;

    RevisionWatch(PublishedCatalogue catalogue) {
        this.catalogue = catalogue;
        this.watching = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            catalogue.refresh();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the catalogue could not be looked up; the items known so far go on being served", e);
        }
    }

    @Override
    public void close() {
        watching.cancel(true);
        timer.close();
    }
}
