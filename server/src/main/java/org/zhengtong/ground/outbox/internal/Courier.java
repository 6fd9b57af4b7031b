package org.zhengtong.ground.outbox.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.ground.outbox.EventHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what is due, many deliveries in one transaction. A handler runs in the transaction that removes its delivery, so
 * what it writes in this database happens once; only what it does outside may be repeated. A delivery that fails takes
 * back those carried with it, which go again without it.
 */
class Courier implements Deliveries, SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 500;
    private static final int AT_ONCE = 100;

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
        int most = AT_ONCE;
        while (!handlers.isEmpty()) {
            Load load = carry(most);
            if (load.failure != null) {
                most = afterFailure(load, load.failure, most);
            } else if (load.due.isEmpty()) {
                return delivered;
            } else {
                delivered += load.due.size();
            }
        }
        return delivered;
    }

    private Load carry(int most) {
        Load load = new Load();
        try {
            transaction.executeWithoutResult(_ -> {
                load.due = store.take(handlers.keySet(), clock.instant(), most);
                for (DeliveryStore.Due one : load.due) {
                    load.inHand = one;
                    handle(one);
                }
                load.inHand = load.due.size() == 1 ? load.due.getFirst() : null;
            });
        } catch (RuntimeException | Error failure) {
            load.failure = failure;
        }
        return load;
    }

    /** @return how many to carry at once from here on: one at a time when nobody knows which of them was to blame */
    private int afterFailure(Load load, Throwable failure, int most) {
        if (load.inHand != null) {
            failed(load.inHand, failure);
            return most;
        }
        if (load.due.isEmpty()) {
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
        return 1;
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

    /** What is carried in one transaction. */
    private static final class Load {
        private List<DeliveryStore.Due> due = List.of();
        private DeliveryStore.@Nullable Due inHand;
        private @Nullable Throwable failure;
    }
}
