package org.zhengtong.people.identity.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateNews.What;

/**
 * Tells of mandates that begin, end soon or are over by their days. It decides nothing: what a mandate is worth is read by
 * the day each time it is used.
 */
@Component
class MandateRound {
    static final int DAYS_BEFORE = 15;
    private static final int DAYS_LATE = 30;
    private static final int AT_ONCE = 500;

    private final MandateStore store;
    private final MandateBook book;
    private final MandateTelling telling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MandateRound(
            MandateStore store,
            MandateBook book,
            MandateTelling telling,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    void pass() {
        LocalDate today = book.today();
        all(What.BEGUN, today.minusDays(DAYS_LATE), today);
        all(What.ENDING, today, today.plusDays(DAYS_BEFORE));
        all(What.OVER, today.minusDays(DAYS_LATE), today.minusDays(1));
    }

    private void all(What what, LocalDate from, LocalDate to) {
        boolean more = true;
        while (more) {
            more = Objects.requireNonNull(transaction.execute(_ -> {
                List<Mandate> untold = store.untold(what, from, to, AT_ONCE);
                untold.forEach(mandate -> tell(mandate, what));
                return untold.size() == AT_ONCE;
            }));
        }
    }

    /** Whoever gives a mandate for a week needs no telling that it ends. */
    private void tell(Mandate mandate, What what) {
        boolean shorter = what == What.ENDING
                && !mandate.until().orElseThrow().minusDays(DAYS_BEFORE).isAfter(mandate.from());
        if (store.told(mandate.id(), what, clock.instant()) && !shorter) {
            telling.both(mandate, what);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> mandatesByDay(MandateRound round) {
            return Tasks.recurring("identity.mandates", FixedDelay.of(Duration.ofHours(1)))
                    .execute((_, _) -> round.pass());
        }
    }
}
