package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.StepKind;

/** The machine fails, or its clock is set wrong: one outcome, never two, never none. */
class FaultsTest {
    private static final OptionalLong NEWEST = OptionalLong.empty();
    private static final Set<StepKind> ENDS = Set.of(StepKind.GRANTED, StepKind.REFUSED);

    private final CasesHouse house = new CasesHouse();
    private final PersonId applicant = house.person("林晓岚");
    private final StaffMember clerk = house.staff("市场监督管理局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);

    @AfterEach
    void every_history_is_sound() {
        house.histories.check();
        assertThat(house.faults.faults(Set.of(clerk.body().uscc().value()), 1).rows())
                .isEmpty();
    }

    @Test
    void a_licence_that_cannot_be_issued_leaves_no_decision_and_the_desk_decides_again() {
        CaseId id = reviewed();
        house.brokenLicences = true;

        assertThatThrownBy(() -> house.desk.act(id, clerk, NEWEST, new CaseCommand.Grant("")))
                .hasMessage("no licence today");

        assertUndecided(id);
        house.brokenLicences = false;
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Grant(""));
        assertDecidedOnce(id, StepKind.GRANTED);
        assertThat(house.licences).hasSize(1);
    }

    /** The connection dies as it does when the machine loses power: in the middle, with nothing committed. */
    @ParameterizedTest
    @ValueSource(strings = {"GRANTED", "DELIVERED", "CLOSED"})
    void a_death_within_the_granting_transaction_leaves_no_decision_and_another_outcome_is_still_open(String step) {
        CaseId id = reviewed();
        house.sql.sql("""
                        create function cases.die() returns trigger language plpgsql as $$
                        begin
                            perform pg_terminate_backend(pg_backend_pid());
                            return new;
                        end $$
                        """).update();
        house.sql
                .sql(
                        "create trigger die before insert on cases.step for each row when (new.kind = '%s') execute function cases.die()"
                                .formatted(step))
                .update();

        assertThatThrownBy(() -> house.desk.act(id, clerk, NEWEST, new CaseCommand.Grant("")))
                .isInstanceOf(RuntimeException.class);

        house.sql.sql("drop trigger die on cases.step").update();
        house.byCase.clear();
        assertUndecided(id);
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Refuse("不符合条件"));
        assertDecidedOnce(id, StepKind.REFUSED);
    }

    @Test
    void a_clock_set_back_dates_no_step_before_the_one_it_follows() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Accept());
        Instant accepted = steps(id).getLast().at();

        house.clockSetBack = true;
        house.clock.advance(Duration.ofDays(-1));
        house.desk.take(id, clerk, NEWEST, false);
        house.deadlines.pass();
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Review(true, "符合条件"));
        assertThat(steps(id).getLast().at()).isEqualTo(accepted);
        house.clock.advance(Duration.ofDays(2));
        house.clockSetBack = false;
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Grant(""));

        assertThat(steps(id)).extracting(CaseStep::at).isSorted();
        assertDecidedOnce(id, StepKind.GRANTED);
    }

    @Test
    void a_clock_that_jumps_moves_no_due_date_and_decides_nothing_twice() {
        CaseId fresh = house.cases.file(house.shop(applicant)).id();
        CaseId running = reviewed();
        CaseId asked = house.cases.file(house.shop(applicant)).id();
        house.desk.act(
                asked,
                clerk,
                NEWEST,
                new CaseCommand.RequestCorrection(
                        List.of(new Finding(Finding.Kind.MATERIAL, "m1", "申请书", "缺少签名", "请签名"))));
        List<LocalDate> due = due();

        for (Duration jump : List.of(Duration.ofDays(-1), Duration.ofDays(2), Duration.ofDays(-1))) {
            house.clock.advance(jump);
            house.deadlines.pass();
            house.checks.apply(house.calendar).check();
            assertThat(due()).isEqualTo(due);
        }

        house.clock.advance(Duration.ofDays(20));
        house.deadlines.pass();
        assertThat(house.desk.open(fresh, clerk).state()).isEqualTo(CaseState.ACCEPTED);
        int steps = steps(fresh).size();
        for (Duration jump : List.of(Duration.ofDays(-20), Duration.ofDays(20), Duration.ofDays(1))) {
            house.clock.advance(jump);
            house.deadlines.pass();
        }
        assertThat(steps(fresh)).hasSize(steps);
        assertThat(house.desk.open(running, clerk).state()).isEqualTo(CaseState.REVIEWED);
        house.desk.act(running, clerk, NEWEST, new CaseCommand.Grant(""));
        assertDecidedOnce(running, StepKind.GRANTED);
    }

    private void assertUndecided(CaseId id) {
        CaseFile file = house.desk.open(id, clerk);
        assertThat(file.state()).isEqualTo(CaseState.REVIEWED);
        assertThat(file.licence()).isEmpty();
        assertThat(file.steps()).extracting(CaseStep::kind).doesNotContainAnyElementsOf(ENDS);
        assertThat(house.byCase).doesNotContainKey(id.value());
    }

    private void assertDecidedOnce(CaseId id, StepKind outcome) {
        CaseFile file = house.desk.open(id, clerk);
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.steps())
                .extracting(CaseStep::kind)
                .filteredOn(ENDS::contains)
                .containsExactly(outcome);
        assertThat(file.document(outcome, 0)).contains("〔2026〕1号");
    }

    private List<LocalDate> due() {
        return house.sql
                .sql("select due from cases.case_file order by id")
                .query(LocalDate.class)
                .list();
    }

    private List<CaseStep> steps(CaseId id) {
        return house.desk.open(id, clerk).steps();
    }

    private CaseId reviewed() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Accept());
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Review(true, "符合条件"));
        return id;
    }
}
