package org.zhengtong.services.licences.internal;

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
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.services.licences.LicenceEnding;

/**
 * Tells of licences that end soon, once for each configured distance. A licence that came late, or while the program
 * stood still, is told of at the nearest distance only.
 */
@Component
class EndingRound {
    private static final int AT_ONCE = 500;

    private final EndingStore store;
    private final Sealing sealing;
    private final LicenceSettings settings;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EndingRound(
            EndingStore store,
            Sealing sealing,
            LicenceSettings settings,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.sealing = sealing;
        this.settings = settings;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    void pass() {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = today;
        for (int days : settings.reminderDays()) {
            LocalDate to = today.plusDays(days);
            boolean more = true;
            while (more) {
                more = tell(from, to, days);
            }
            from = to.plusDays(1);
        }
    }

    private boolean tell(LocalDate from, LocalDate to, int days) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<LicenceRow> due = store.due(from, to, days, AT_ONCE);
            due.forEach(row -> tell(row, days));
            return due.size() == AT_ONCE;
        }));
    }

    private void tell(LicenceRow row, int days) {
        LocalDate last = row.validUntil().orElseThrow();
        if (store.add(row.licence(), last, days, clock.instant())
                && sealing.open(row).isPresent()) {
            outbox.publish(
                    LicenceEnding.TOPIC,
                    row.licence(),
                    new LicenceEnding(
                            row.licence(), row.identifier(), row.type(), row.holder(), last, days, clock.instant()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> licencesEnding(EndingRound round) {
            return Tasks.recurring("licences.ending", FixedDelay.of(Duration.ofHours(1)))
                    .execute((_, _) -> round.pass());
        }
    }
}
