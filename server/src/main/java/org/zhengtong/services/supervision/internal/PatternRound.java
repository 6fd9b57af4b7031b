package org.zhengtong.services.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.cases.CaseFigures;
import org.zhengtong.services.cases.CaseFigures.Sign;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.supervision.PatternRules;
import org.zhengtong.services.supervision.SupervisionSettings;
import org.zhengtong.services.supervision.WorkRules;

/** Looks through what happened: sums of the days, and patterns. Only traces with a sign of a pattern are read. */
@Component
class PatternRound {
    private final CaseFigures figures;
    private final StoredSuspicions suspicions;
    private final WorkDayStore days;
    private final Organisation organisation;
    private final SupervisionSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PatternRules patterns;
    private final WorkRules work;

    PatternRound(
            CaseFigures figures,
            StoredSuspicions suspicions,
            WorkDayStore days,
            Organisation organisation,
            WorkingCalendar calendar,
            SupervisionSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.figures = figures;
        this.suspicions = suspicions;
        this.days = days;
        this.organisation = organisation;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.patterns = new PatternRules(settings, calendar);
        this.work = new WorkRules(calendar);
    }

    /**
     * Counts the days since the last one that was over when it was counted, with today as far as it has come.
     *
     * @param again so many days before today are counted anew in any case
     */
    void countDays(int again) {
        LocalDate today = LocalDate.now(clock);
        LocalDate earliest = today.minusDays(settings.lookBackDays());
        Optional<LocalDate> next = days.countedUntil().map(day -> day.plusDays(1));
        Optional<LocalDate> from = next.map(day -> earlier(day, today.minusDays(again)));
        // a house without cases has no day that is over: its first ones may be written back
        from.or(figures::firstDay)
                .map(first -> first.isBefore(earliest) ? earliest : first)
                .ifPresent(first -> first.datesUntil(today.plusDays(1)).forEach(day -> count(day, today)));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void count(LocalDate day, LocalDate today) {
        List<CaseTrace> touched = figures.touchedOn(day);
        transaction.executeWithoutResult(_ -> {
            days.lock();
            days.replace(day, work.of(day, touched));
            if (day.isBefore(today)) {
                days.rememberCounted(day);
            }
            patterns.onOneDay(day, touched).forEach(suspicions::keep);
        });
    }

    void findPatterns() {
        LocalDate since = LocalDate.now(clock).minusDays(settings.lookBackDays());
        for (Body body : organisation.bodies()) {
            String uscc = body.uscc().value();
            List<CaseTrace> repeated = figures.withSign(Sign.REPEATED, uscc, since);
            List<CaseTrace> paused = figures.withSign(Sign.PAUSED, uscc, since);
            List<CaseTrace> silent = figures.withSign(Sign.COUNTED_AS_ACCEPTED, uscc, since);
            transaction.executeWithoutResult(_ -> {
                patterns.repeated(repeated).forEach(suspicions::keep);
                patterns.paused(paused).forEach(suspicions::keep);
                patterns.silent(silent).forEach(suspicions::keep);
            });
        }
    }
}
