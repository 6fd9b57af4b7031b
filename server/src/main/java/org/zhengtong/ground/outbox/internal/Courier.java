package org.zhengtong.ground.outbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.ground.outbox.EventHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries one delivery after the other. A handler runs in the transaction that removes its delivery, so what it writes
 * in this database happens once; only what it does outside may be repeated.
 */
class Courier implements Deliveries, SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 500;

    private final DeliveryStore store;
    private final Map<String, EventHandler<?>> handlers;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final RandomGenerator random;
    private final OutboxSettings settings;

    Courier(
            DeliveryStore store,
            List<EventHandler<?>> handlers,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            RandomGenerator random,
            OutboxSettings settings) {
        this.store = store;
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::name, Function.identity()));
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
    }

    /** From now on events are kept for these handlers, by every program on this database. */
    @Override
    public void afterSingletonsInstantiated() {
        handlers.values().forEach(handler -> store.register(handler.name(), handler.topic()));
        store.registered().stream()
                .filter(name -> !handlers.containsKey(name))
                .forEach(name -> LOG.warn("Events are kept for {}, which this program does not have", name));
    }

    @Override
    public int runDue() {
        int delivered = 0;
        while (!handlers.isEmpty()) {
            switch (deliverOne()) {
                case DELIVERED -> delivered++;
                case FAILED -> {}
                case NOTHING_DUE -> {
                    return delivered;
                }
            }
        }
        return delivered;
    }

    private enum Outcome {
        DELIVERED,
        FAILED,
        NOTHING_DUE
    }

    private Outcome deliverOne() {
        Taken taken = new Taken();
        try {
            return transaction.execute(_ -> {
                taken.due = store.take(handlers.keySet(), clock.instant());
                taken.due.ifPresent(this::handle);
                return taken.due.isPresent() ? Outcome.DELIVERED : Outcome.NOTHING_DUE;
            });
        } catch (RuntimeException | Error failure) {
            if (taken.due.isEmpty()) {
                throw failure;
            }
            failed(taken.due.get(), failure);
            return Outcome.FAILED;
        }
    }

    private void handle(DeliveryStore.Due due) {
        EventHandler<?> handler = handlers.get(due.handler());
        if (handler != null) {
            handle(handler, due);
        }
    }

    private <T> void handle(EventHandler<T> handler, DeliveryStore.Due due) {
        handler.handle(due.event(), json.readValue(due.payload(), handler.payload()));
    }

    private void failed(DeliveryStore.Due due, Throwable failure) {
        int tries = due.tries() + 1;
        Optional<Duration> pause = tries < settings.tries() ? Optional.of(pause(tries)) : Optional.empty();
        String error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        store.failed(
                due, error.substring(0, Math.min(error.length(), LONGEST_ERROR)), pause.map(clock.instant()::plus));
        if (pause.isPresent()) {
            LOG.warn(
                    "{} failed on event {} (try {})", due.handler(), due.event().sequence(), tries, failure);
        } else {
            LOG.error(
                    "{} failed on event {} for the last time: it stands among the dead letters",
                    due.handler(),
                    due.event().sequence(),
                    failure);
        }
    }

    /** Doubles with every try, and is up to half longer by chance, so that what failed together is not retried together. */
    private Duration pause(int tries) {
        Duration doubled = settings.firstPause().multipliedBy(1L << Math.min(tries - 1, 20));
        Duration capped = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return capped.plusMillis(random.nextLong(capped.toMillis() / 2 + 1));
    }

    private static final class Taken {
        private Optional<DeliveryStore.Due> due = Optional.empty();
    }
}
