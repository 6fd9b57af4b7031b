package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;
import org.zhengtong.services.catalogue.YunxiBodies;

/** A year of a city: ten thousand cases of all items, led as people lead them, and what the law makes of them. */
class SimulatedYearTest {
    private static final long SEED = 20261128;
    private static final int CASES = 10_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final WorkingCalendar calendar = new FestivalCalendar();
    private final CaseRules rules = new CaseRules(calendar, 30, 10);
    private final CaseClocks clocks = new CaseClocks(calendar);
    private final Random random = new Random(SEED);
    private final CityLife city = new CityLife(random, List.of("one", "other"));

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

        assertThat(ends.keySet()).containsAll(CityLife.ENDED);
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
        for (int i = 0; i < 400 && !CityLife.ENDED.contains(standing.state()); i++) {
            List<CaseCommand> wanted = new ArrayList<>();
            CityLife.lawActs(standing, Set.of("m1"), day).ifPresent(wanted::add);
            if (calendar.isWorkingDay(day) && random.nextInt(3) == 0) {
                wanted.add(city.somebodyActs(item, day));
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
                            CaseWords.detail(command, actor, next)));
                }
            }
            day = day.plusDays(1);
        }
        return new Life(item, standing, steps);
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
