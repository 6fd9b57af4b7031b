package org.zhengtong.services.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.CaseTrace.Mark;
import org.zhengtong.services.cases.StepKind;

/** Counts what posts do: what comes to each, what it passes on, and how long that lay there. */
public record WorkRules(WorkingCalendar calendar) {

    /** @param touched all cases to which something happened on the day */
    public List<WorkDay> of(LocalDate day, List<CaseTrace> touched) {
        record Whose(String body, Role post, Optional<PersonId> staff) {}
        Map<Whose, WorkDay> sums = new LinkedHashMap<>();
        for (CaseTrace trace : touched) {
            for (Part part : parts(trace, day)) {
                sums.merge(
                        new Whose(trace.body(), part.post(), part.staff()),
                        new WorkDay(
                                day,
                                trace.body(),
                                part.post(),
                                part.staff(),
                                part.received(),
                                part.done(),
                                part.workingDays(),
                                part.inTime()),
                        WorkRules::sum);
            }
        }
        return List.copyOf(sums.values());
    }

    private static WorkDay sum(WorkDay one, WorkDay other) {
        return new WorkDay(
                one.day(),
                one.body(),
                one.post(),
                one.staff(),
                one.received() + other.received(),
                one.done() + other.done(),
                one.workingDays() + other.workingDays(),
                one.inTime() + other.inTime());
    }

    private record Part(Role post, Optional<PersonId> staff, int received, int done, int workingDays, int inTime) {}

    private List<Part> parts(CaseTrace trace, LocalDate day) {
        List<Part> parts = new ArrayList<>();
        Map<Role, LocalDate> came = new LinkedHashMap<>();
        for (Mark mark : trace.marks()) {
            LocalDate on = day(mark.at());
            boolean today = on.equals(day);
            Optional<Role> from = doneBy(mark.kind());
            if (from.isPresent()) {
                LocalDate since = came.getOrDefault(from.get(), on);
                if (today) {
                    parts.add(done(trace, from.get(), mark, calendar.between(since, on)));
                }
                came.remove(from.get());
            }
            Optional<Role> to = cameTo(mark.kind());
            if (to.isPresent()) {
                came.put(to.get(), on);
                if (today) {
                    parts.add(new Part(to.get(), Optional.empty(), 1, 0, 0, 0));
                }
            }
        }
        return parts;
    }

    private Part done(CaseTrace trace, Role post, Mark mark, int workingDays) {
        boolean inTime = post == Role.DECISION
                && trace.acceptedOn()
                        .filter(accepted -> counted(trace, accepted, day(mark.at())) <= trace.promisedDays())
                        .isPresent();
        return new Part(post, staff(mark), 0, 1, Math.max(0, workingDays), inTime ? 1 : 0);
    }

    /** Days since the acceptance, without those of special procedures, which are not counted (行政许可法 45). */
    private int counted(CaseTrace trace, LocalDate accepted, LocalDate decided) {
        int paused = trace.pauses().stream()
                .mapToInt(pause ->
                        Math.clamp(calendar.between(pause.from(), pause.until().orElse(decided)), 0, pause.days()))
                .sum();
        return calendar.between(accepted, decided) - paused;
    }

    private static Optional<PersonId> staff(Mark mark) {
        return mark.byStaff()
                ? Optional.of(new PersonId(UUID.fromString(mark.actor().substring("staff:".length()))))
                : Optional.empty();
    }

    /** To which post a case comes with a step. */
    static Optional<Role> cameTo(StepKind kind) {
        return switch (kind) {
            case FILED, RESUBMITTED, CORRECTED -> Optional.of(Role.ACCEPTANCE);
            case ACCEPTED, COUNTED_AS_ACCEPTED, SENT_BACK -> Optional.of(Role.REVIEW);
            case REVIEWED -> Optional.of(Role.DECISION);
            default -> Optional.empty();
        };
    }

    /** Which post is done with a case with a step. */
    static Optional<Role> doneBy(StepKind kind) {
        return switch (kind) {
            case PRECHECK_RETURNED, CORRECTION_REQUESTED, ACCEPTED, NOT_ACCEPTED, NOT_REQUIRED, TRANSFERRED ->
                Optional.of(Role.ACCEPTANCE);
            case REVIEWED -> Optional.of(Role.REVIEW);
            case GRANTED, REFUSED, SENT_BACK -> Optional.of(Role.DECISION);
            default -> Optional.empty();
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Page.ZONE);
    }
}
