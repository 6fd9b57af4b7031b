package org.zhengtong.services.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.CaseTrace.Mark;
import org.zhengtong.services.cases.Pause;
import org.zhengtong.services.cases.StepKind;

/** Finds patterns of fake completion in what happened to cases. */
public record PatternRules(SupervisionSettings settings, WorkingCalendar calendar) {
    private static final StepKind[] CORRECTIONS = {StepKind.CORRECTION_REQUESTED, StepKind.PRECHECK_RETURNED};
    private static final StepKind[] DECISIONS = {StepKind.GRANTED, StepKind.REFUSED};
    private static final Set<StepKind> ENDS =
            Set.of(StepKind.WITHDRAWN, StepKind.TERMINATED, StepKind.NOT_ACCEPTED, StepKind.REFUSED);

    /** @param filings of one body, each filed more than once by its applicant */
    public List<Suspected> repeated(List<CaseTrace> filings) {
        record Matter(Object applicant, Object item) {}
        List<Suspected> found = new ArrayList<>();
        grouped(filings, trace -> new Matter(trace.applicant(), trace.item())).forEach(matter -> {
            found.addAll(refiled(matter));
            endless(matter).ifPresent(found::add);
        });
        return found;
    }

    private List<Suspected> refiled(List<CaseTrace> matter) {
        List<Suspected> found = new ArrayList<>();
        List<CaseTrace> chain = new ArrayList<>();
        for (CaseTrace next : matter) {
            boolean again = !chain.isEmpty() && isRefiled(chain.getLast(), next);
            if (!again) {
                chain(chain).ifPresent(found::add);
                chain.clear();
            }
            chain.add(next);
        }
        chain(chain).ifPresent(found::add);
        return found;
    }

    private boolean isRefiled(CaseTrace before, CaseTrace next) {
        return endedInVain(before)
                .filter(end -> !next.filedAt().isBefore(end))
                .filter(end -> calendar.between(day(end), day(next.filedAt())) <= settings.refiledWithinDays())
                .isPresent();
    }

    /** Also when its package has gone into the archive since. */
    private static Optional<Instant> endedInVain(CaseTrace trace) {
        return trace.marks().stream()
                .filter(mark -> ENDS.contains(mark.kind()))
                .findFirst()
                .filter(_ -> !trace.state().isOpen())
                .map(Mark::at);
    }

    private Optional<Suspected> chain(List<CaseTrace> chain) {
        if (chain.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(Suspected.of(
                Pattern.REFILED,
                chain.getFirst().id().value().toString(),
                List.copyOf(chain),
                mark -> mark.kind() == StepKind.FILED || ENDS.contains(mark.kind()),
                chain.size()));
    }

    private Optional<Suspected> endless(List<CaseTrace> matter) {
        List<CaseTrace> corrected =
                matter.stream().filter(trace -> trace.count(CORRECTIONS) > 0).toList();
        long asked =
                corrected.stream().mapToLong(trace -> trace.count(CORRECTIONS)).sum();
        if (corrected.size() < 2 || asked < settings.corrections()) {
            return Optional.empty();
        }
        return Optional.of(Suspected.of(
                Pattern.ENDLESS_CORRECTIONS,
                corrected.getFirst().id().value().toString(),
                corrected,
                is(CORRECTIONS),
                (int) asked));
    }

    /** @param paused cases of one body */
    public List<Suspected> paused(List<CaseTrace> paused) {
        return paused.stream()
                .flatMap(trace -> coveredDays(trace)
                        .map(days -> Suspected.of(
                                Pattern.PAUSED_OVER_OVERDUE,
                                trace.id().value().toString(),
                                List.of(trace),
                                is(
                                        StepKind.PROCEDURE_ANNOUNCED,
                                        StepKind.SUSPENDED,
                                        StepKind.RESUMED,
                                        StepKind.GRANTED,
                                        StepKind.REFUSED),
                                days))
                        .stream())
                .toList();
    }

    /** By how many working days the decision would have been late without its pauses, when they just cover them. */
    private Optional<Integer> coveredDays(CaseTrace trace) {
        if (trace.acceptedOn().isEmpty() || trace.decidedOn().isEmpty()) {
            return Optional.empty();
        }
        LocalDate decided = trace.decidedOn().get();
        LocalDate due = calendar.after(trace.acceptedOn().get(), trace.promisedDays());
        int late = calendar.between(due, decided);
        int paused = trace.pauses().stream()
                .filter(pause -> !pause.from().isAfter(due))
                .mapToInt(pause -> spent(pause, decided))
                .sum();
        int left = paused - late;
        return Optional.of(late).filter(_ -> late > 0 && left >= 0 && left <= settings.pauseSlackDays());
    }

    private int spent(Pause pause, LocalDate decided) {
        return Math.clamp(calendar.between(pause.from(), pause.until().orElse(decided)), 0, pause.days());
    }

    /** @param silent cases of one body that were counted as accepted */
    public List<Suspected> silent(List<CaseTrace> silent) {
        return grouped(silent, CaseTrace::item).stream()
                .filter(ofItem -> ofItem.size() >= settings.silentAcceptances())
                .map(ofItem -> Suspected.of(
                        Pattern.ACCEPTED_BY_SILENCE,
                        ofItem.getFirst().item().value() + " "
                                + YearMonth.from(day(ofItem.getFirst().filedAt())),
                        ofItem,
                        is(StepKind.FILED, StepKind.COUNTED_AS_ACCEPTED),
                        ofItem.size()))
                .toList();
    }

    /** @param touched cases of any bodies to which something happened on the day */
    public List<Suspected> onOneDay(LocalDate day, List<CaseTrace> touched) {
        Predicate<Mark> today = mark -> day(mark.at()).equals(day);
        return Stream.of(
                        byActor(
                                Pattern.HANDLED_OUTSIDE,
                                day,
                                touched.stream().filter(this::isSwift).toList(),
                                today.and(is(DECISIONS)),
                                settings.swiftCases()),
                        byActor(
                                Pattern.ENTERED_AFTER_HOURS,
                                day,
                                touched,
                                today.and(Mark::byStaff).and(this::isAfterHours),
                                settings.afterHoursCases()),
                        byActor(
                                Pattern.EXTENDED_IN_BULK,
                                day,
                                touched,
                                today.and(is(StepKind.EXTENDED)),
                                settings.extensionsInBulk()))
                .flatMap(List::stream)
                .toList();
    }

    private boolean isSwift(CaseTrace trace) {
        return trace.promisedDays() > 1
                && trace.first(DECISIONS)
                        .filter(decision ->
                                ChronoUnit.MINUTES.between(trace.filedAt(), decision.at()) < settings.swiftMinutes())
                        .isPresent();
    }

    private boolean isAfterHours(Mark mark) {
        ZonedDateTime at = mark.at().atZone(Page.ZONE);
        LocalTime time = at.toLocalTime();
        return !calendar.isWorkingDay(at.toLocalDate())
                || time.isBefore(settings.officeOpens())
                || time.isAfter(settings.officeCloses());
    }

    private static List<Suspected> byActor(
            Pattern pattern, LocalDate day, List<CaseTrace> traces, Predicate<Mark> act, int least) {
        record Acting(String actor, String body) {}
        Map<Acting, List<CaseTrace>> acts = new LinkedHashMap<>();
        traces.forEach(trace -> trace.marks().stream()
                .filter(act)
                .map(mark -> new Acting(mark.actor(), trace.body()))
                .distinct()
                .forEach(acting ->
                        acts.computeIfAbsent(acting, _ -> new ArrayList<>()).add(trace)));
        return acts.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= least)
                .map(entry -> Suspected.of(
                        pattern,
                        entry.getKey().actor() + " " + day,
                        entry.getValue(),
                        act.and(mark -> mark.actor().equals(entry.getKey().actor())),
                        entry.getValue().size()))
                .toList();
    }

    private static <K> List<List<CaseTrace>> grouped(List<CaseTrace> traces, Function<CaseTrace, K> by) {
        return List.copyOf(traces.stream()
                .sorted(Comparator.comparing(CaseTrace::filedAt)
                        .thenComparing(trace -> trace.id().value()))
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static Predicate<Mark> is(StepKind... kinds) {
        List<StepKind> wanted = List.of(kinds);
        return mark -> wanted.contains(mark.kind());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Page.ZONE);
    }
}
