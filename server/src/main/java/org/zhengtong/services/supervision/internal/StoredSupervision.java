package org.zhengtong.services.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.BodyLights;
import org.zhengtong.services.cases.CaseFigures;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.RunningCases;
import org.zhengtong.services.cases.RunningFilter;
import org.zhengtong.services.cases.RunningItem;
import org.zhengtong.services.supervision.CardFilter;
import org.zhengtong.services.supervision.CardState;
import org.zhengtong.services.supervision.Overview;
import org.zhengtong.services.supervision.Supervision;
import org.zhengtong.services.supervision.SuspicionFilter;
import org.zhengtong.services.supervision.Workload;

/** What heads see, put together from the cases' figures, the kept sums, cards and patterns. */
@Service
class StoredSupervision implements Supervision {
    private static final int WEEKS = 8;
    private static final int PRESSING = 5;
    private static final int COUNTED_ANEW = 7;
    private static final int LONGEST_SPAN = 366;

    private final CaseFigures figures;
    private final StoredCards cards;
    private final StoredSuspicions suspicions;
    private final WorkDayStore days;
    private final Workloads workloads;
    private final CardRound cardRound;
    private final PatternRound patternRound;
    private final Reach reach;
    private final Clock clock;

    StoredSupervision(
            CaseFigures figures,
            StoredCards cards,
            StoredSuspicions suspicions,
            WorkDayStore days,
            Workloads workloads,
            CardRound cardRound,
            PatternRound patternRound,
            Reach reach,
            Clock clock) {
        this.figures = figures;
        this.cards = cards;
        this.suspicions = suspicions;
        this.days = days;
        this.workloads = workloads;
        this.cardRound = cardRound;
        this.patternRound = patternRound;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public List<Body> bodies(StaffMember by) {
        reach.required(by);
        return reach.bodies(by);
    }

    @Override
    public Overview overview(StaffMember by) {
        Set<String> bodies = reach.required(by);
        LocalDate today = LocalDate.now(clock);
        List<BodyLights> lights = figures.lights(bodies);
        RunningFilter red = new RunningFilter(bodies, Optional.of(Light.RED), Optional.empty(), Optional.empty(), 1);
        return new Overview(
                lights.stream().reduce(BodyLights.none(), BodyLights::plus),
                lights,
                days.weeks(bodies, today.minusWeeks(WEEKS - 1), today),
                figures.running(red).rows().stream().limit(PRESSING).toList(),
                cards.find(by, CardFilter.in(CardState.ISSUED)).total(),
                cards.find(by, CardFilter.in(CardState.EXPLAINED)).total(),
                cards.find(by, new CardFilter(Optional.empty(), Optional.empty(), Optional.empty(), true, 1))
                        .total(),
                suspicions.find(by, SuspicionFilter.toAssess()).total());
    }

    @Override
    public RunningCases running(StaffMember by, Wanted wanted) {
        return figures.running(new RunningFilter(
                reach.required(by, wanted.body()), wanted.light(), wanted.item(), wanted.post(), wanted.page()));
    }

    @Override
    public List<RunningItem> runningItems(StaffMember by, Optional<String> body) {
        return figures.runningItems(reach.required(by, body)).stream()
                .sorted(Comparator.comparing(RunningItem::name))
                .toList();
    }

    @Override
    public Traced trace(StaffMember by, CaseId id) {
        CaseTrace trace = figures.trace(id, reach.required(by)).orElseThrow(() -> Problem.notFound("cases.unknown"));
        Map<String, String> names = new HashMap<>();
        trace.marks().forEach(mark -> reach.name(mark.actor()).ifPresent(name -> names.put(mark.actor(), name)));
        return new Traced(trace, Map.copyOf(names));
    }

    @Override
    public Workload workload(StaffMember by, Optional<String> body, LocalDate from, LocalDate until) {
        if (from.isAfter(until) || from.plusDays(LONGEST_SPAN).isBefore(until)) {
            throw new Problem(422, "supervision.span-wrong", LONGEST_SPAN);
        }
        return workloads.of(reach.required(by, body), from, until);
    }

    @Override
    public void review(StaffMember by) {
        reach.required(by);
        cardRound.issue();
        patternRound.countDays(COUNTED_ANEW);
        patternRound.findPatterns();
    }

    @Override
    public Set<String> reach(StaffMember by) {
        return reach.of(by);
    }
}
