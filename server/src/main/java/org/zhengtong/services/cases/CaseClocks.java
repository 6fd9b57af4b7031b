package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.calendar.WorkingCalendar;

/** The time limits of a case, in working days, the first day not counted (行政许可法 82). */
public record CaseClocks(WorkingCalendar calendar) {

    /** All clocks that have begun, in the order they begin. */
    public List<DueDate> of(CaseStanding standing, int statutoryDays, int promisedDays, LocalDate today) {
        if (!standing.state().isOpen() && standing.decidedOn().isEmpty()) {
            return List.of();
        }
        List<DueDate> clocks = new ArrayList<>();
        if (standing.state().awaitsAcceptance() || standing.acceptedOn().isPresent()) {
            clocks.add(clock(
                    DueDate.Kind.ACCEPTANCE,
                    standing.receivedOn(),
                    CaseRules.DAYS_TO_ACCEPT,
                    List.of(),
                    standing.acceptedOn(),
                    today));
        }
        if (standing.state() == CaseState.CORRECTION_REQUESTED) {
            clocks.add(correction(standing, today));
        }
        standing.acceptedOn().ifPresent(accepted -> {
            Optional<LocalDate> ended = standing.decidedOn();
            clocks.add(clock(DueDate.Kind.PROMISED, accepted, promisedDays, standing.pauses(), ended, today));
            clocks.add(clock(DueDate.Kind.STATUTORY, accepted, statutoryDays, standing.pauses(), ended, today));
        });
        return clocks;
    }

    /** The clock that presses now: what the inbox sorts by. */
    public Optional<DueDate> pressing(CaseStanding standing, int statutoryDays, int promisedDays, LocalDate today) {
        return of(standing, statutoryDays, promisedDays, today).stream()
                .filter(clock -> clock.endedOn().isEmpty())
                .findFirst();
    }

    private DueDate correction(CaseStanding standing, LocalDate today) {
        LocalDate asked = standing.correctionAskedOn().orElse(today);
        LocalDate until = standing.correctionUntil().orElse(today);
        int days = calendar.between(asked, until);
        int left = calendar.between(today, until);
        return new DueDate(
                DueDate.Kind.CORRECTION,
                asked,
                days,
                Optional.of(until),
                Optional.empty(),
                left,
                Light.of(left, days),
                List.of(),
                calendar.version(),
                !calendar.announced(until.getYear()));
    }

    private DueDate clock(
            DueDate.Kind kind,
            LocalDate start,
            int days,
            List<Pause> pauses,
            Optional<LocalDate> endedOn,
            LocalDate today) {
        boolean stands = pauses.stream().anyMatch(pause -> pause.until().isEmpty());
        LocalDate last = due(start, days, pauses, today);
        int left = left(endedOn.orElse(today), last);
        return new DueDate(
                kind,
                start,
                days,
                stands && endedOn.isEmpty() ? Optional.empty() : Optional.of(last),
                endedOn,
                left,
                Light.of(left, days),
                pauses,
                calendar.version(),
                !calendar.announced(last.getYear()));
    }

    /** Working days spent in a pause are added at the end; an open pause counts up to today. */
    private LocalDate due(LocalDate start, int days, List<Pause> pauses, LocalDate today) {
        int paused = pauses.stream()
                .mapToInt(pause ->
                        Math.max(0, calendar.between(pause.from(), pause.until().orElse(today))))
                .sum();
        return calendar.after(start, days + paused);
    }

    /** A day overdue is overdue even before the next working day. */
    private int left(LocalDate today, LocalDate last) {
        return today.isAfter(last) ? Math.min(-1, calendar.between(today, last)) : calendar.between(today, last);
    }
}
