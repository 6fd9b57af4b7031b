package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.FestivalCalendar;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;
import org.zhengtong.services.catalogue.YunxiBodies;

/** A year of a city: ten thousand cases of all items, led as people lead them, and what the law makes of them. */
class SimulatedYearTest {
    private static final long SEED = 20261128;
    private static final int CASES = 10_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final Set<CaseState> ENDED = EnumSet.of(
            CaseState.ARCHIVED,
            CaseState.TRANSFERRED,
            CaseState.NOT_ACCEPTED,
            CaseState.NOT_REQUIRED,
            CaseState.WITHDRAWN,
            CaseState.TERMINATED);

    private final WorkingCalendar calendar = new FestivalCalendar();
    private final CaseRules rules = new CaseRules(calendar, 30, 10);
    private final CaseClocks clocks = new CaseClocks(calendar);
    private final Random random = new Random(SEED);

    /** A case and all that happened to it. */
    private record Life(ServiceItem item, CaseStanding standing, List<CaseStep> steps) {}

    @Test
    void replayed_from_its_steps_every_case_stands_where_it_stood_with_every_due_date() {
        List<ServiceItem> items = YunxiBodies.items();
        CaseReplay replay = new CaseReplay(rules);
        Map<CaseState, Integer> ends = new EnumMap<>(CaseState.class);
        Set<SpecialProcedure.Kind> held = new HashSet<>();

        for (int i = 0; i < CASES; i++) {
            ServiceItem item = items.get(i % items.size());
            Life life = live(item, FIRST.plusDays(random.nextInt(360)));
            CaseStanding again = replay.standing(life.steps(), CaseTerms.of(item));

            assertThat(again).as("seed %d, case %d", SEED, i).isEqualTo(life.standing());
            LocalDate day = LocalDate.of(2027, 3, 1);
            assertThat(clocks.of(again, item.statutoryDays(), item.promisedDays(), day))
                    .isEqualTo(clocks.of(life.standing(), item.statutoryDays(), item.promisedDays(), day));
            lawful(life, i);
            ends.merge(life.standing().state(), 1, Integer::sum);
            life.standing().pauses().forEach(pause -> held.add(pause.kind()));
        }

        assertThat(ends.keySet()).containsAll(ENDED);
        assertThat(held)
                .containsAll(items.stream()
                        .flatMap(item -> item.further().specialProcedures().stream())
                        .map(SpecialProcedure::kind)
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(3);
    }

    /** One decision at most, one correction, one extension; accepted within five working days or from the day of receipt. */
    private void lawful(Life life, int number) {
        List<StepKind> kinds = life.steps().stream().map(CaseStep::kind).toList();
        assertThat(kinds)
                .as("seed %d, case %d", SEED, number)
                .filteredOn(kind -> kind == StepKind.GRANTED || kind == StepKind.REFUSED)
                .hasSizeLessThan(2);
        for (StepKind once : List.of(
                StepKind.CORRECTION_REQUESTED, StepKind.PRECHECK_RETURNED, StepKind.EXTENDED, StepKind.DELIVERED)) {
            assertThat(kinds).filteredOn(once::equals).hasSizeLessThan(2);
        }
        CaseStanding standing = life.standing();
        standing.acceptedOn()
                .ifPresent(accepted -> assertThat(calendar.between(standing.receivedOn(), accepted))
                        .as("seed %d, case %d", SEED, number)
                        .isLessThanOrEqualTo(CaseRules.DAYS_TO_ACCEPT));
        if (standing.outcome().isPresent() && kinds.contains(StepKind.GRANTED)) {
            assertThat(standing.awaited()).isEmpty();
        }
    }

    /** Every day the law acts first, then somebody may. */
    private Life live(ServiceItem item, LocalDate filed) {
        CaseStanding standing = CaseStanding.filed(filed);
        List<CaseStep> steps = new ArrayList<>();
        steps.add(step(1, filed, StepKind.FILED, Actor.SYSTEM, CaseSeals.Detail.plain("")));
        LocalDate day = filed;
        for (int i = 0; i < 400 && !ENDED.contains(standing.state()); i++) {
            List<CaseCommand> wanted = new ArrayList<>();
            lawActs(standing, day).ifPresent(wanted::add);
            if (calendar.isWorkingDay(day) && random.nextInt(3) == 0) {
                wanted.add(somebodyActs(item, day));
            }
            for (CaseCommand command : wanted) {
                if (rules.transition(standing, command, CaseTerms.of(item), day) instanceof Moved(CaseStanding next)) {
                    standing = next;
                    Actor actor = new Actor(command instanceof CaseCommand.Review review ? review.by() : "system", "");
                    steps.add(step(
                            steps.size() + 1,
                            day,
                            CaseWords.step(command, next.state()),
                            actor,
                            CaseWords.detail(command, actor)));
                }
            }
            day = day.plusDays(1);
        }
        return new Life(item, standing, steps);
    }

    private static Optional<CaseCommand> lawActs(CaseStanding standing, LocalDate day) {
        return switch (standing.state()) {
            case SUBMITTED, PRECHECK_RETURNED, RECEIVED -> Optional.of(new CaseCommand.DeemAccepted(Set.of("m1")));
            case CORRECTION_REQUESTED -> Optional.of(new CaseCommand.Terminate());
            case ACCEPTED, IN_REVIEW, SUSPENDED, REVIEWED ->
                standing.awaited().stream().anyMatch(one -> one.until().isBefore(day))
                        ? Optional.of(new CaseCommand.Terminate())
                        : standing.planned().map(_ -> new CaseCommand.Suspend());
            case CLOSED ->
                standing.deliveredOn()
                        .filter(delivered -> !day.isBefore(delivered.plusDays(60)))
                        .map(_ -> new CaseCommand.Archive());
            default -> Optional.empty();
        };
    }

    private CaseCommand somebodyActs(ServiceItem item, LocalDate day) {
        List<Finding> findings = List.of(new Finding(Finding.Kind.MATERIAL, "m1", "材料", "看不清", "请重新上传"));
        return switch (random.nextInt(28)) {
            case 0, 1 -> new CaseCommand.Receive();
            case 2 -> new CaseCommand.ReturnAtPrecheck(findings);
            case 3, 4 -> new CaseCommand.Resubmit();
            case 5 -> new CaseCommand.RequestCorrection(findings);
            case 6, 7 -> new CaseCommand.Correct();
            case 8 -> new CaseCommand.Accept();
            case 9 -> new CaseCommand.Accept(Set.of("m1", "m2"));
            case 10 -> new CaseCommand.Supply(random.nextBoolean() ? "m1" : "m2");
            case 11 -> new CaseCommand.StartReview();
            case 12, 13, 23, 24 -> new CaseCommand.Review(random.nextInt(5) > 0, "意见", "staff:" + random.nextInt(4));
            case 14, 15 -> new CaseCommand.Announce(procedure(item, day));
            case 16 -> new CaseCommand.Resume("结果");
            case 17 -> new CaseCommand.Extend(1 + random.nextInt(12), "案情复杂");
            case 18 -> new CaseCommand.Grant("");
            case 19 -> new CaseCommand.Refuse("不符合条件");
            case 20, 21 -> new CaseCommand.Deliver();
            case 22 -> new CaseCommand.Close();
            case 25 -> new CaseCommand.AskOpinion(asked(day), "是否符合规划");
            case 26 -> new CaseCommand.GiveOpinion(asked(day).body(), random.nextBoolean(), "意见");
            default ->
                switch (random.nextInt(12)) {
                    case 0 -> new CaseCommand.Withdraw("不办了");
                    case 1 ->
                        new CaseCommand.RefuseAcceptance(
                                CaseCommand.Ground.NOT_COMPETENT, "不归本机关管", Optional.of("云溪市公安局"));
                    case 2 -> new CaseCommand.NotRequired("不需要许可");
                    case 3 -> new CaseCommand.Transfer(CaseCommand.Successor.at("item"), "属县级事权");
                    case 4, 5 -> new CaseCommand.SendBack("请复核");
                    case 6 -> new CaseCommand.Recuse("申请人是亲属");
                    default -> new CaseCommand.Close();
                };
        };
    }

    private AskedOpinion asked(LocalDate day) {
        return new AskedOpinion(random.nextBoolean() ? "one" : "other", "机构", day.plusDays(5), Optional.empty());
    }

    private PlannedProcedure procedure(ServiceItem item, LocalDate day) {
        List<SpecialProcedure> published = item.further().specialProcedures();
        SpecialProcedure one = published.isEmpty()
                ? new SpecialProcedure(SpecialProcedure.Kind.AUCTION, 5)
                : published.get(random.nextInt(published.size()));
        return new PlannedProcedure(one.kind(), day.plusDays(random.nextInt(6)), one.days());
    }

    private static CaseStep step(int number, LocalDate day, StepKind kind, Actor actor, CaseSeals.Detail detail) {
        Instant at = day.atTime(LocalTime.NOON).atZone(Page.ZONE).toInstant();
        return new CaseStep(
                number,
                at,
                kind,
                actor.id(),
                detail.actorName(),
                detail.words(),
                detail.findings(),
                detail.ground(),
                detail.competentBody(),
                detail.facts(),
                Optional.empty());
    }
}
