package org.zhengtong.services.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.Inbox;

/**
 * The figures above an inbox. They are counted for everybody who asks, unless there are so many cases that it takes long:
 * then they are kept, and counted anew beside whoever asks when they are half a minute old.
 */
@Component
class KeptFigures {
    private static final int MANY = 5_000;
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final Function<Asked, Inbox.Figures> counting;
    private final Executor beside;
    private final Clock clock;
    private final Cache<Asked, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Set<Asked> inHand = ConcurrentHashMap.newKeySet();

    @Autowired
    KeptFigures(CaseLists lists, Clock clock) {
        this(
                asked -> lists.figures(asked.body(), asked.sight(), asked.today()),
                task -> Thread.ofVirtual().name("figures").start(task),
                clock);
    }

    KeptFigures(Function<Asked, Inbox.Figures> counting, Executor beside, Clock clock) {
        this.counting = counting;
        this.beside = beside;
        this.clock = clock;
    }

    /** @param sight of which the todo is made */
    record Asked(String body, Sight sight, LocalDate today) {}

    private record Kept(Inbox.Figures figures, Instant at) {}

    Inbox.Figures of(Asked asked) {
        Instant now = clock.instant();
        Kept known = kept.getIfPresent(asked);
        if (known == null || known.at().plus(LONGEST).isBefore(now)) {
            return count(asked);
        }
        if (known.at().plus(FRESH).isBefore(now) && inHand.add(asked)) {
            beside.execute(() -> {
                try {
                    count(asked);
                } finally {
                    inHand.remove(asked);
                }
            });
        }
        return known.figures();
    }

    private Inbox.Figures count(Asked asked) {
        Inbox.Figures figures = counting.apply(asked);
        if (figures.todo() + figures.decided() > MANY) {
            kept.put(asked, new Kept(figures, clock.instant()));
        } else {
            kept.invalidate(asked);
        }
        return figures;
    }
}
