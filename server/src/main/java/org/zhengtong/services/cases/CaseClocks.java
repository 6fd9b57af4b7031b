package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.calendar.WorkingCalendar;

/** The time limits of a case, in working days, the first day not counted (行政许可法 82). */
public record CaseClocks(WorkingCalendar calendar) {

    /** Working days for issuing and delivering what was decided (行政许可法 44). */
    public static final int DAYS_TO_DELIVER = 10;

    /** All clocks that have begun, in the order they begin. */
    public List<DueDate> of(CaseStanding standing, int statutoryDays, int promisedDays, LocalDate today) {
        if (!standing.state().isOpen() && standing.decidedOn().isEmpty()) {
            return List.of();
        }
        List<DueDate> clocks = new ArrayList<>();
        if (standing.acceptedOn().isPresent() || standing.state() != CaseState.CORRECTION_REQUESTED) {
            clocks.add(clock(
                    DueDate.Kind.ACCEPTANCE,
                    standing.receivedOn(),
                    CaseRules.DAYS_TO_ACCEPT,
                    List.of(),
                    Optional.empty(),
                    standing.acceptedOn(),
                    today));
        } else {
            clocks.add(agreed(
                    DueDate.Kind.CORRECTION,
                    standing.correctionAskedOn().orElse(today),
                    standing.correctionUntil().orElse(today),
                    today));
        }
        standing.acceptedOn().ifPresent(accepted -> {
            List<Pause> pauses = standing.pauses();
            Optional<LocalDate> ended = standing.decidedOn();
            clocks.add(clock(DueDate.Kind.PROMISED, accepted, promisedDays, pauses, Optional.empty(), ended, today));
            clocks.add(
                    clock(DueDate.Kind.STATUTORY, accepted, statutoryDays, pauses, standing.extension(), ended, today));
            standing.awaited().stream()
                    .findFirst()
                    .filter(_ -> standing.state().isOpen())
                    .ifPresent(first -> clocks.add(agreed(DueDate.Kind.DEFERRAL, accepted, first.until(), today)));
        });
        standing.decidedOn()
                .ifPresent(decided -> clocks.add(clock(
                        DueDate.Kind.DELIVERY,
                        decided,
                        DAYS_TO_DELIVER,
                        List.of(),
                        Optional.empty(),
                        standing.deliveredOn(),
                        today)));
        return clocks;
    }

    /** The clock that presses now: what the inbox sorts by. */
    public Optional<DueDate> pressing(CaseStanding standing, int statutoryDays, int promisedDays, LocalDate today) {
        return of(standing, statutoryDays, promisedDays, today).stream()
                .filter(clock -> clock.endedOn().isEmpty())
                .findFirst();
    }

    /** The last day for the decision as it stands today, without an extension. */
    LocalDate decisionDue(CaseStanding standing, int statutoryDays, LocalDate today) {
        return due(standing.acceptedOn().orElse(today), statutoryDays, standing.pauses(), today);
    }

    /** One that was told as a day. */
    private DueDate agreed(DueDate.Kind kind, LocalDate start, LocalDate until, LocalDate today) {
        int days = calendar.between(start, until);
        int left = left(today, until);
        return new DueDate(
                kind,
                start,
                days,
                Optional.of(until),
                Optional.empty(),
                left,
                Light.of(left, days),
                List.of(),
                Optional.empty(),
                calendar.version(),
                !calendar.announced(until.getYear()));
    }

    private DueDate clock(
            DueDate.Kind kind,
            LocalDate start,
            int days,
            List<Pause> pauses,
            Optional<Extension> extension,
            Optional<LocalDate> endedOn,
            LocalDate today) {
        int allowed = days + extension.map(Extension::days).orElse(0);
        LocalDate last = due(start, allowed, pauses, today);
        boolean stands = endedOn.isEmpty()
                && pauses.stream()
                        .anyMatch(pause -> stands(pause, today) && !pause.from().isAfter(last));
        int left = left(endedOn.orElse(today), last);
        return new DueDate(
                kind,
                start,
                days,
                stands ? Optional.empty() : Optional.of(last),
                endedOn,
                left,
                Light.of(left, allowed),
                pauses,
                extension,
                calendar.version(),
                !calendar.announced(last.getYear()));
    }

    private boolean stands(Pause pause, LocalDate today) {
        return pause.until().isEmpty() && calendar.between(pause.from(), today) < pause.days();
    }

    /**
     * Working days spent in a pause are added at the end, as many as were announced; an open pause counts up to today. One
     * that begins when the time is over changes nothing: what is overdue stays so.
     */
    private LocalDate due(LocalDate start, int days, List<Pause> pauses, LocalDate today) {
        LocalDate last = calendar.after(start, days);
        for (Pause pause : pauses) {
            if (!pause.from().isAfter(last)) {
                int spent = calendar.between(pause.from(), pause.until().orElse(today));
                last = calendar.after(last, Math.clamp(spent, 0, pause.days()));
            }
        }
        return last;
    }

    /** A day overdue is overdue even before the next working day. */
    private int left(LocalDate today, LocalDate last) {
        return today.isAfter(last) ? Math.min(-1, calendar.between(today, last)) : calendar.between(today, last);
    }
}
