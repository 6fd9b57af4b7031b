package org.zhengtong.services.queue.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks four times a second whether a line changed, as long as anybody listens: one small query for all halls. */
@Component
class LiveLook implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLook.class);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final HallBoards boards;
    private volatile boolean running;

    LiveLook(HallBoards boards) {
        this.boards = boards;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("queue-live").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                if (boards.isListenedTo()) {
                    boards.look();
                }
                Thread.sleep(BETWEEN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                LOG.warn("The lines of the halls cannot be looked at just now; the next look is in a moment", failed);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(2));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
