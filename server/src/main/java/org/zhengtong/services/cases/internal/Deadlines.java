package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CasesSettings;

/** What the law lets happen when a day passes and nobody acts. */
@Component
class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final int AT_ONCE = 200;

    private final CaseStore store;
    private final CaseWork work;
    private final WorkingCalendar calendar;
    private final CasesSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deadlines(
            CaseStore store,
            CaseWork work,
            WorkingCalendar calendar,
            CasesSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.work = work;
        this.calendar = calendar;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts unanswered filings as accepted, ends corrections that never came, and reminds of those about to end. */
    void pass() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        store.toRemind(calendar.after(today, settings.reminderDays()), AT_ONCE)
                .forEach(id -> each(id, today, file -> {
                    if (file.state() == CaseState.CORRECTION_REQUESTED) {
                        work.remind(file, now);
                    }
                }));
        List<CaseId> overdue = store.overdue(today, AT_ONCE);
        overdue.forEach(id -> each(
                id,
                today,
                file -> consequence(file)
                        .ifPresent(command -> work.carryOut(file, command, Actor.SYSTEM, now, CaseWork.Hands.NOBODY))));
    }

    private static Optional<CaseCommand> consequence(CaseFile file) {
        return switch (file.state()) {
            case SUBMITTED, RECEIVED -> Optional.of(new CaseCommand.DeemAccepted());
            case CORRECTION_REQUESTED -> Optional.of(new CaseCommand.Terminate());
            default -> Optional.empty();
        };
    }

    private void each(CaseId id, LocalDate today, Consumer<CaseFile> then) {
        try {
            transaction.executeWithoutResult(_ -> store.find(id, today).ifPresent(then));
        } catch (Problem somebodyWasFaster) {
            LOG.info("Case {} moved while its deadline was looked at: {}", id.value(), somebodyWasFaster.code());
        }
    }
}
