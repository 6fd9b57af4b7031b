package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CasesSettings;
import org.zhengtong.services.cases.StepKind;

/** What the law lets happen when a day passes and nobody acts. */
@Component
class Deadlines {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final int AT_ONCE = 200;

    private final CaseStore store;
    private final DueCases due;
    private final CaseWork work;
    private final WorkingCalendar calendar;
    private final CasesSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deadlines(
            CaseStore store,
            DueCases due,
            CaseWork work,
            WorkingCalendar calendar,
            CasesSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.due = due;
        this.work = work;
        this.calendar = calendar;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Counts licences as renewed that expired without a word, and unanswered filings as accepted, begins announced procedures, ends what waits for something that never came,
     * puts what is long closed into the archive, and reminds of what is about to end.
     */
    void pass() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        LocalDate soon = calendar.after(today, settings.reminderDays());
        due.toRemindOfCorrection(soon, AT_ONCE)
                .forEach(id -> each(id, today, file -> {
                    if (file.state() == CaseState.CORRECTION_REQUESTED && due.markRemindedOfCorrection(file)) {
                        work.remind(file, StepKind.CORRECTION_REMINDED, now);
                    }
                }));
        due.toRemindOfPromised(soon, AT_ONCE)
                .forEach(id -> each(id, today, file -> {
                    if (!file.standing().awaited().isEmpty() && due.markRemindedOfPromised(file)) {
                        work.remind(file, StepKind.DEFERRAL_REMINDED, now);
                    }
                }));
        Stream.of(
                        due.toRenew(today, AT_ONCE),
                        due.overdue(today, AT_ONCE),
                        due.withoutPromised(today, AT_ONCE),
                        due.toSuspend(today, AT_ONCE),
                        due.toArchive(today.minusDays(settings.archiveDays()), AT_ONCE))
                .flatMap(List::stream)
                .forEach(id -> each(
                        id,
                        today,
                        file -> consequence(file, today)
                                .ifPresent(command ->
                                        work.carryOut(file, command, Actor.SYSTEM, now, hands(file, command)))));
    }

    private static Optional<CaseCommand> consequence(CaseFile file, LocalDate today) {
        CaseStanding standing = file.standing();
        boolean promiseBroken =
                standing.awaited().stream().anyMatch(one -> one.until().isBefore(today));
        boolean expired = standing.renewal()
                .filter(renewal -> renewal.isInTime() && renewal.until().isBefore(today))
                .isPresent();
        if (expired && file.state().isOpen() && file.state() != CaseState.CORRECTION_REQUESTED) {
            return Optional.of(new CaseCommand.DeemRenewed());
        }
        return switch (file.state()) {
            case SUBMITTED, PRECHECK_RETURNED, RECEIVED -> Optional.of(new CaseCommand.DeemAccepted(file.promised()));
            case CORRECTION_REQUESTED -> Optional.of(new CaseCommand.Terminate());
            case ACCEPTED, IN_REVIEW, SUSPENDED, REVIEWED ->
                promiseBroken
                        ? Optional.of(new CaseCommand.Terminate())
                        : standing.planned().map(_ -> new CaseCommand.Suspend());
            case CLOSED -> Optional.of(new CaseCommand.Archive());
            default -> Optional.empty();
        };
    }

    /** A procedure stays in the hands of who announced it. */
    private static CaseWork.Hands hands(CaseFile file, CaseCommand command) {
        return command instanceof CaseCommand.Suspend ? CaseWork.Hands.of(file) : CaseWork.Hands.NOBODY;
    }

    private void each(CaseId id, LocalDate today, Consumer<CaseFile> then) {
        try {
            transaction.executeWithoutResult(_ -> store.find(id, today).ifPresent(then));
        } catch (Problem somebodyWasFaster) {
            LOG.info("Case {} moved while its deadline was looked at: {}", id.value(), somebodyWasFaster.code());
        }
    }
}
