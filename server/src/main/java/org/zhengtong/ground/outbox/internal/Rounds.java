package org.zhengtong.ground.outbox.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/**
 * Starts deliveries and jobs when the whole program stands, and stops them before anything they use is closed. What is
 * in hand at the stop is finished.
 */
final class Rounds implements SmartLifecycle {
    private final Supplier<Scheduler> scheduler;
    private final Courier courier;
    private final Bell bell;
    private final OutboxSettings settings;
    private Optional<Running> running = Optional.empty();
    private boolean started;

    Rounds(Supplier<Scheduler> scheduler, Courier courier, Bell bell, OutboxSettings settings) {
        this.scheduler = scheduler;
        this.courier = courier;
        this.bell = bell;
        this.settings = settings;
    }

    private record Running(Scheduler scheduler, Postman postman) {}

    @Override
    public synchronized void start() {
        if (settings.automatic()) {
            Running now = new Running(scheduler.get(), new Postman(courier, settings.couriers(), settings.gathering()));
            running = Optional.of(now);
            bell.listen(now.postman()::rung);
            now.scheduler().start();
        }
        started = true;
    }

    @Override
    public synchronized void stop() {
        bell.listen(() -> {});
        running.ifPresent(now -> {
            now.postman().close();
            now.scheduler().stop();
        });
        running = Optional.empty();
        started = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return started;
    }
}
