package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.HistoryFault;
import org.zhengtong.services.cases.HistoryFault.Kind;
import org.zhengtong.services.cases.StepKind;

/** What is planted behind the program's back is found, and only that. */
class HistoryCheckTest {
    private static final OptionalLong NEWEST = OptionalLong.empty();

    private final CasesHouse house = new CasesHouse();
    private final PersonId applicant = house.person("林晓岚");
    private final StaffMember clerk = house.staff("市场监督管理局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    private final CaseId granted = granted();
    private final CaseId open = filed();

    @Test
    void sound_histories_give_nothing() {
        filed();
        CaseId withdrawn = filed();
        house.cases.withdraw(withdrawn, applicant, "不办了");
        CaseId silent = filed();
        house.clock.advance(Duration.ofDays(30));
        house.deadlines.pass();

        assertThat(house.histories.check().cases()).isEqualTo(5);
        assertThat(house.desk.open(silent, clerk).state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(found()).isEmpty();
        assertThat(house.faults.lastRound())
                .hasValueSatisfying(round -> assertThat(round.faulty()).isZero());
        assertThat(house.leaves).doesNotContain("cases.history-fault");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_kind_of_fault_is_found_in_its_case_alone_and_told_once(Kind kind) {
        CaseId faulty = plant(kind);

        assertThat(house.histories.check().faulty()).isEqualTo(1);
        assertThat(house.histories.check().faulty()).isEqualTo(1);

        assertThat(found()).allSatisfy(fault -> assertThat(fault.caseId()).isEqualTo(faulty));
        assertThat(found()).extracting(HistoryFault::kind).contains(kind);
        assertThat(house.leaves).filteredOn("cases.history-fault"::equals).hasSameSizeAs(found());
        assertThat(house.faults.faults(Set.of("another body"), 1).total()).isZero();
    }

    @Test
    void a_fault_somebody_has_mended_is_listed_no_more() {
        plant(Kind.OTHER_STANDING);
        house.histories.check();
        assertThat(found()).hasSize(1);

        house.sql.sql("update cases.case_file set received_on = '2026-03-02'").update();
        house.histories.check();

        assertThat(found()).isEmpty();
        assertThat(house.leaves).contains("cases.history-sound");
    }

    @Test
    void the_evidence_says_what_stands_and_what_follows() {
        plant(Kind.OTHER_STANDING);
        house.histories.check();

        assertThat(found().getFirst().evidence())
                .containsExactly(new HistoryFault.Evidence("receivedOn", "2026-02-27", "2026-03-02"));
    }

    @Test
    void the_database_refuses_a_second_decision() {
        CaseFile file = house.desk.open(granted, clerk);

        assertThatThrownBy(() -> append(file, StepKind.REFUSED, file.steps().size() + 1))
                .isInstanceOf(DuplicateKeyException.class);
    }

    private CaseId plant(Kind kind) {
        return switch (kind) {
            case UNREADABLE -> {
                inSteps("update cases.step set detail = 'x'::bytea where case_id = :id and number = 1", open);
                yield open;
            }
            case STEPS_MISSING -> {
                inSteps("delete from cases.step where case_id = :id and kind = 'REVIEW_STARTED'", granted);
                yield granted;
            }
            case BACK_IN_TIME -> {
                inSteps(
                        "update cases.step set at = at - interval '1 hour' where case_id = :id and number = 3",
                        granted);
                yield granted;
            }
            case TWO_ENDS -> {
                house.sql.sql("drop index cases.step_ends_once").update();
                CaseFile file = house.desk.open(granted, clerk);
                append(file, StepKind.REFUSED, file.steps().size() + 1);
                yield granted;
            }
            case NOT_ALLOWED -> {
                CaseFile file = house.desk.open(open, clerk);
                append(file, StepKind.CLOSED, 2);
                yield open;
            }
            case OTHER_STANDING -> {
                update("update cases.case_file set received_on = '2026-02-27' where id = :id", granted);
                yield granted;
            }
            case OTHER_DUE_DATE -> {
                update("update cases.case_file set due = due + 1 where id = :id", open);
                yield open;
            }
            case LICENCE_MISSING -> {
                house.byCase.remove(granted.value());
                yield granted;
            }
            case SEVERAL_LICENCES -> {
                house.further.put(granted.value(), UUID.randomUUID());
                yield granted;
            }
            case LICENCE_WITHOUT_GRANT -> {
                house.further.put(open.value(), UUID.randomUUID());
                yield open;
            }
        };
    }

    /** Past the trigger that lets nobody change a step. */
    private void inSteps(String change, CaseId id) {
        house.sql
                .sql("alter table cases.step disable trigger step_is_written_once")
                .update();
        update(change, id);
    }

    private void update(String change, CaseId id) {
        assertThat(house.sql.sql(change).param("id", id.value()).update()).isEqualTo(1);
    }

    /** A step written by somebody who knows how to seal. */
    private void append(CaseFile file, StepKind kind, int number) {
        house.store.append(
                file.id(),
                number,
                kind,
                file.steps().getLast().at(),
                "system",
                CaseSeals.Detail.worded("", "不符合条件"),
                Optional.empty());
    }

    private Set<String> body() {
        return Set.of(clerk.body().uscc().value());
    }

    private List<HistoryFault> found() {
        return house.faults.faults(body(), 1).rows();
    }

    private CaseId filed() {
        return house.cases.file(house.shop(applicant)).id();
    }

    private CaseId granted() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        house.desk.take(id, clerk, NEWEST, false);
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Accept());
        house.desk.take(id, clerk, NEWEST, false);
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Review(true, "符合条件"));
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Grant(""));
        return id;
    }
}
