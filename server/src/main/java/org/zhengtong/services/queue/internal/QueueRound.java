package org.zhengtong.services.queue.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.State;
import org.zhengtong.services.queue.TicketNews.What;

/** Frees windows whose clerk went silent, ends what a day left over, and forgets what is old. */
@Component
class QueueRound {
    /** A clerk whose page has not been open for so long is not there any more. */
    static final Duration GONE = Duration.ofMinutes(30);

    private static final int AT_ONCE = 200;
    private static final Period PERSONS_KEPT = Period.ofDays(30);
    private static final Period TICKETS_KEPT = Period.ofYears(1);
    private static final Duration CALLS_KEPT = Duration.ofDays(1);

    private final TicketStore tickets;
    private final PlaceStore places;
    private final HallRows halls;
    private final BlockStore blocks;
    private final LineWork work;
    private final Telling telling;
    private final Snapshots snapshots;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QueueRound(
            TicketStore tickets,
            PlaceStore places,
            HallRows halls,
            BlockStore blocks,
            LineWork work,
            Telling telling,
            Snapshots snapshots,
            TransactionTemplate transaction,
            Clock clock) {
        this.tickets = tickets;
        this.places = places;
        this.halls = halls;
        this.blocks = blocks;
        this.work = work;
        this.telling = telling;
        this.snapshots = snapshots;
        this.transaction = transaction;
        this.clock = clock;
    }

    void pass() {
        places.silentSince(clock.instant().minus(GONE)).forEach(this::free);
        boolean more = true;
        while (more) {
            more = expire();
        }
        LocalDate today = snapshots.today();
        transaction.executeWithoutResult(_ -> {
            tickets.forget(today.minus(PERSONS_KEPT), today.minus(TICKETS_KEPT));
            halls.forget(today, clock.instant().minus(CALLS_KEPT));
            blocks.forget(today);
        });
    }

    private void free(PlaceStore.Row silent) {
        transaction.executeWithoutResult(_ -> {
            halls.lock(silent.hall());
            places.of(silent.clerk())
                    .filter(silent::equals)
                    .ifPresent(place -> work.leave(place, place.clerk(), "system"));
            halls.change(silent.hall());
        });
    }

    /** Whoever was at a window when the day ended was served; whoever waited was not. */
    private boolean expire() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Ticket> left = tickets.leftOver(snapshots.today(), AT_ONCE);
            left.forEach(one -> {
                State end = one.state() == State.SERVING ? State.DONE : State.EXPIRED;
                Ticket over = one.ended(end, clock.instant());
                tickets.write(over, Optional.empty());
                telling.tell(over, end == State.DONE ? What.DONE : What.EXPIRED, Optional.empty(), "system");
            });
            return left.size() == AT_ONCE;
        }));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> queueRoundTask(QueueRound round) {
            return Tasks.recurring("queue.round", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((_, _) -> round.pass());
        }
    }
}
