package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.FestivalCalendar;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;

/** What happens to a case when days pass, on the real database; in the end its steps alone tell how it stands. */
class TimeLimitsTest {
    private static final OptionalLong NEWEST = OptionalLong.empty();
    private static final String MARKET = "市场监督管理局";
    private static final String FOOD = "食品经营许可";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final List<Finding> FINDINGS =
            List.of(new Finding(Finding.Kind.MATERIAL, "m1", "申请书", "缺少签名", "请签名后重新上传"));

    private final CasesHouse house = new CasesHouse();
    private final StaffMember clerk = house.staff(MARKET, Role.ACCEPTANCE);
    private final StaffMember reviewer = house.staff(MARKET, Role.REVIEW);
    private final StaffMember head = house.staff(MARKET, Role.DECISION);
    private final PersonId applicant = house.person("林小满");
    private final ServiceItem food = CasesHouse.item(FOOD);

    @AfterEach
    void every_case_stands_as_its_steps_tell() {
        CaseReplay replay = new CaseReplay(house.rules);
        house.cases.of(applicant).forEach(row -> {
            CaseFile file = house.cases.open(row.id(), applicant);
            assertThat(replay.standing(file.steps(), CaseTerms.of(food))).isEqualTo(file.standing());
        });
    }

    @Test
    void advice_before_receipt_can_be_followed_and_stops_no_clock() {
        CaseId id = filed();
        CaseId left = filed();
        for (CaseId one : List.of(id, left)) {
            house.desk.act(one, clerk, NEWEST, new CaseCommand.ReturnAtPrecheck(FINDINGS));
        }
        assertThat(house.cases.open(id, applicant).toCorrect()).isEqualTo(FINDINGS);

        house.cases.correct(id, order(List.of()));
        house.clock.advance(Duration.ofDays(8));
        house.deadlines.pass();

        assertThat(house.cases.open(id, applicant).steps())
                .extracting(CaseStep::kind)
                .contains(StepKind.PRECHECK_RETURNED, StepKind.RESUBMITTED);
        assertThat(house.cases.open(left, applicant).state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(house.cases.open(left, applicant).standing().acceptedOn()).contains(MONDAY);
    }

    @Test
    void a_promised_material_is_reminded_of_comes_and_only_then_the_case_is_granted() {
        CaseId id = reviewed(List.of(new HandedIn.Promised("m3")));
        assertThat(house.cases.open(id, applicant).clocks())
                .extracting(DueDate::kind)
                .contains(DueDate.Kind.DEFERRAL);
        assertProblem("cases.material-awaited", () -> house.desk.act(id, head, NEWEST, new CaseCommand.Grant("")));

        house.clock.advance(Duration.ofDays(8));
        house.deadlines.pass();
        house.deadlines.pass();
        assertThat(house.topics).filteredOn("cases.deferral-reminded"::equals).hasSize(1);
        HandedIn picture = new HandedIn.Uploaded("m3", UUID.randomUUID());
        house.cases.supply(id, applicant, "m3", List.of(picture), Optional.empty());

        assertThat(house.cases.open(id, applicant).materials()).contains(picture);
        assertThat(house.cases.open(id, applicant).promised()).isEmpty();
        assertProblem(
                "cases.material-not-awaited",
                () -> house.cases.supply(id, applicant, "m3", List.of(picture), Optional.empty()));
        house.desk.act(id, head, NEWEST, new CaseCommand.Grant(""));
        assertThat(house.cases.open(id, applicant).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void a_promised_material_that_never_comes_ends_the_case() {
        CaseId id = reviewed(List.of(new HandedIn.Promised("m3")));

        house.clock.advance(Duration.ofDays(14));
        house.deadlines.pass();
        assertThat(house.cases.open(id, applicant).state()).isEqualTo(CaseState.REVIEWED);
        house.clock.advance(Duration.ofDays(1));
        house.deadlines.pass();

        CaseFile ended = house.cases.open(id, applicant);
        assertThat(ended.state()).isEqualTo(CaseState.TERMINATED);
        assertThat(ended.step(StepKind.TERMINATED).orElseThrow().document()).isPresent();
        house.clock.advance(Duration.ofDays(10));
        house.deadlines.pass();
        assertThat(house.cases.open(id, applicant).steps()).hasSameSizeAs(ended.steps());
    }

    @Test
    void an_announced_inspection_begins_on_its_day_stops_the_clock_and_its_result_is_told() {
        CaseId id = filed();
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Accept());
        house.desk.act(
                id,
                reviewer,
                NEWEST,
                new CaseCommand.Announce(
                        new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, MONDAY.plusDays(2), 5)));
        assertThat(house.cases.open(id, applicant).state()).isEqualTo(CaseState.ACCEPTED);

        house.deadlines.pass();
        assertThat(house.cases.open(id, applicant).state()).isEqualTo(CaseState.ACCEPTED);
        house.clock.advance(Duration.ofDays(2));
        house.deadlines.pass();
        CaseFile suspended = house.cases.open(id, applicant);
        assertThat(suspended.state()).isEqualTo(CaseState.SUSPENDED);
        assertThat(suspended.clocks().get(1).isStanding()).isTrue();
        assertThat(suspended.document(StepKind.PROCEDURE_ANNOUNCED, 0)).contains("许特〔2026〕1号");

        house.clock.advance(Duration.ofDays(5));
        house.desk.act(id, reviewer, NEWEST, new CaseCommand.Resume("现场与申请一致。"));
        CaseFile resumed = house.cases.open(id, applicant);
        assertThat(resumed.clocks().get(1).due()).contains(house.calendar.after(MONDAY, food.promisedDays() + 3));
        assertThat(resumed.step(StepKind.RESUMED).orElseThrow().words()).isEqualTo("现场与申请一致。");
    }

    @Test
    void the_head_extends_while_the_reviewer_has_the_case_in_hand_and_nobody_else_may() {
        CaseId id = filed();
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Accept());
        house.desk.take(id, reviewer, NEWEST, false);
        CaseCommand more = new CaseCommand.Extend(10, "需要实地核实");

        assertProblem("cases.not-your-role", () -> house.desk.act(id, reviewer, NEWEST, more));
        house.desk.act(id, head, NEWEST, more);

        CaseFile file = house.cases.open(id, applicant);
        assertThat(file.assignee()).contains(reviewer.person());
        assertThat(file.clocks().get(2).due()).contains(house.calendar.after(MONDAY, food.statutoryDays() + 10));
        assertThat(file.document(StepKind.EXTENDED, 0)).contains("许延〔2026〕1号");
        assertProblem("cases.extended-before", () -> house.desk.act(id, head, NEWEST, more));
    }

    @Test
    void holidays_announced_late_move_the_open_due_dates_and_the_timeline_says_so() {
        CaseId open = filed();
        CaseId done = reviewed(List.of());
        house.desk.act(done, head, NEWEST, new CaseCommand.Grant(""));
        assertThat(house.checks.apply(house.calendar).check()).isZero();

        ClockCheck announced = house.checks.apply(new LateHoliday());
        assertThat(announced.check()).isEqualTo(1);
        assertThat(announced.check()).isZero();

        CaseStep moved =
                house.cases.open(open, applicant).step(StepKind.DUE_DATE_MOVED).orElseThrow();
        assertThat(moved.facts())
                .containsEntry("before", "2026-03-09")
                .containsEntry("after", "2026-03-10")
                .containsEntry("calendar", "2026 (2)");
        assertThat(house.sql
                        .sql("select due from cases.case_file where id = :id")
                        .param("id", open.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 3, 10));
    }

    /** Wednesday, 4 March 2026, free after all. */
    private static final class LateHoliday implements WorkingCalendar {
        private final WorkingCalendar before = new FestivalCalendar();

        @Override
        public boolean isWorkingDay(LocalDate day) {
            return before.isWorkingDay(day) && !day.equals(LocalDate.of(2026, 3, 4));
        }

        @Override
        public boolean isPublicHoliday(LocalDate day) {
            return before.isPublicHoliday(day) || day.equals(LocalDate.of(2026, 3, 4));
        }

        @Override
        public String version() {
            return "2026 (2)";
        }

        @Override
        public boolean announced(int year) {
            return before.announced(year);
        }
    }

    private CaseId filed() {
        return house.cases.file(order(List.of())).id();
    }

    private FilingOrder order(List<HandedIn> more) {
        FilingOrder order = house.order(FOOD, applicant, java.util.Map.of());
        return new FilingOrder(
                order.key(),
                order.item(),
                order.applicant(),
                order.agent(),
                order.situations(),
                order.answers(),
                Stream.concat(order.materials().stream(), more.stream()).toList(),
                order.channel());
    }

    private CaseId reviewed(List<HandedIn> more) {
        CaseId id = house.cases.file(order(more)).id();
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Accept());
        house.desk.act(id, reviewer, NEWEST, new CaseCommand.Review(true, "符合条件"));
        return id;
    }

    private static void assertProblem(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
