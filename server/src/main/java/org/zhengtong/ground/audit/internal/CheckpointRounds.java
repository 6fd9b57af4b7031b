package org.zhengtong.ground.audit.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.start.CannotStart;

/**
 * Makes checkpoints for as long as the program runs, and a last one when it stops and nobody writes any more. Every
 * program on a database does: each publishes in its own folder, in the one order of the database.
 */
@Component
class CheckpointRounds implements SmartLifecycle, SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRounds.class);

    /** Starts before the doors open and stops after they are closed. */
    private static final int PHASE = 0;

    private final Checkpoints checkpoints;
    private final Losses losses;
    private final RoleCheck role;
    private final WritingStop writing;
    private final AuditSettings settings;
    private final Semaphore wanted = new Semaphore(0);
    private Optional<Thread> running = Optional.empty();
    private volatile boolean stopping;

    CheckpointRounds(
            Checkpoints checkpoints, Losses losses, RoleCheck role, WritingStop writing, AuditSettings settings) {
        this.checkpoints = checkpoints;
        this.losses = losses;
        this.role = role;
        this.writing = writing;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        role.require();
        checkpoints.compare();
        losses.record();
        writing.listen(wanted::release);
    }

    /** @return whether a checkpoint over all leaves stands */
    boolean round() {
        try {
            checkpoints.make();
            writing.checkpointMade();
            return true;
        } catch (CannotStart e) {
            LOG.error("no checkpoint of the audit log: {} {}", e.getMessage(), e.remedy());
        } catch (RuntimeException e) {
            LOG.error("no checkpoint of the audit log could be made", e);
        }
        return false;
    }

    private void rounds() {
        Duration pause = settings.checkpointEvery();
        while (!stopping) {
            round();
            try {
                if (wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS) && !stopping) {
                    wanted.drainPermits();
                    TimeUnit.SECONDS.sleep(1);
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    @Override
    public synchronized void start() {
        if (settings.automatic()) {
            stopping = false;
            running = Optional.of(
                    Thread.ofPlatform().daemon().name("audit-checkpoints").start(this::rounds));
        }
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        running.ifPresent(thread -> {
            wanted.release();
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            round();
        });
        running = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return running.isPresent();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
