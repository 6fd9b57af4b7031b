package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Succession;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.Delivered;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.testing.TestClock;

/** A body is dissolved while it has cases (机构撤销、合并). */
class DissolvedBodyTest {
    private static final OptionalLong NEWEST = OptionalLong.empty();
    private static final String SHOP = "个体工商户设立登记";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final CasesHouse house = new CasesHouse();
    private final PersonId applicant = house.person("林晓岚");
    private final StaffMember before = house.staff("市场监督管理局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    private final StaffMember after = house.staff("公安局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    private final StaffMember third = house.staff("民政局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);

    @AfterEach
    void every_history_is_sound() {
        house.histories.check();
        Set<String> bodies = new HashSet<>();
        Stream.of(before, after, third)
                .forEach(staff -> bodies.add(staff.body().uscc().value()));
        assertThat(house.faults.faults(bodies, 1).rows()).isEmpty();
    }

    @Test
    void its_cases_go_on_at_the_successor_with_the_same_clocks_in_nobodys_hands() {
        CaseId fresh = filed();
        CaseId running = reviewed();
        house.desk.take(running, before, NEWEST, false);
        List<DueDate> clocks = house.cases.open(running, applicant).clocks();

        dissolve(before, after, MONDAY.plusDays(1));
        assertThat(house.bodyChanges.pass()).isZero();
        house.clock.advance(Duration.ofDays(1));
        assertThat(house.bodyChanges.pass()).isEqualTo(2);
        assertThat(house.bodyChanges.pass()).isZero();

        CaseFile file = house.desk.open(running, after);
        assertThat(file.state()).isEqualTo(CaseState.REVIEWED);
        assertThat(file.assignee()).isEmpty();
        assertThat(file.clocks())
                .extracting(DueDate::due)
                .isEqualTo(clocks.stream().map(DueDate::due).toList());
        assertThatThrownBy(() -> house.desk.open(running, before)).isInstanceOf(Problem.class);
        assertThat(house.desk.open(fresh, after).state()).isEqualTo(CaseState.SUBMITTED);
        CaseStep told = house.cases.open(running, applicant).steps().getLast();
        assertThat(told.kind()).isEqualTo(StepKind.BODY_CHANGED);
        assertThat(CaseReplay.bodyChange(told)).hasValueSatisfying(change -> {
            assertThat(change.document()).isEqualTo("云编办〔2026〕5号");
            assertThat(change.toName()).isEqualTo(after.body().name());
        });
        assertThat(house.topics).contains("cases.body-changed");
    }

    @Test
    void old_documents_keep_the_old_name_and_new_ones_and_the_licence_have_the_successors() {
        CaseId id = reviewed();
        dissolve(before, after, MONDAY);
        house.bodyChanges.pass();

        house.desk.act(id, after, NEWEST, new CaseCommand.Grant(""));

        CaseFile file = house.desk.open(id, after);
        assertThat(file.document(StepKind.ACCEPTED, 0)).startsWith(before.body().name());
        assertThat(file.document(StepKind.GRANTED, 0)).startsWith(after.body().name());
        assertThat(house.licences.getLast().issuerName()).isEqualTo(after.body().name());
        CaseStep accepted = file.step(StepKind.ACCEPTED).orElseThrow();
        CaseStep granted = file.step(StepKind.GRANTED).orElseThrow();
        assertThat(file.asNamedAt(accepted).bodyName()).isEqualTo(before.body().name());
        assertThat(file.asNamedAt(granted).bodyName()).isEqualTo(after.body().name());
    }

    @Test
    void what_the_dissolved_body_was_asked_its_successor_answers() {
        CaseId asking = filed();
        house.desk.act(asking, before, NEWEST, new CaseCommand.Accept());
        house.desk.act(
                asking,
                before,
                NEWEST,
                new CaseCommand.AskOpinion(
                        new AskedOpinion(third.body().uscc().value(), "", MONDAY.plusDays(20), Optional.empty()),
                        "是否有异议"));
        dissolve(third, after, MONDAY);

        assertThat(house.bodyChanges.pass()).isEqualTo(1);

        assertThat(house.desk.open(asking, before).standing().opinions())
                .extracting(AskedOpinion::bodyName)
                .containsExactly(after.body().name());
        house.desk.act(asking, after, NEWEST, new CaseCommand.GiveOpinion("", true, "没有异议"));
        assertThat(house.desk.open(asking, before).standing().opinions())
                .allSatisfy(one -> assertThat(one.agrees()).contains(true));
    }

    @Test
    void a_decided_result_is_handed_over_by_the_successor_and_what_has_ended_stays_where_it_was() {
        CaseId closed = reviewed();
        house.desk.act(closed, before, NEWEST, new CaseCommand.Grant(""));
        CaseId withdrawn = filed();
        house.cases.withdraw(withdrawn, applicant, "不办了");
        CaseId onPaper = reviewed(house.order("食品经营许可", applicant, Map.of("delivery", "到大厅领取")));
        house.desk.act(onPaper, before, NEWEST, new CaseCommand.Grant(""));
        dissolve(before, after, MONDAY);

        assertThat(house.bodyChanges.pass()).isEqualTo(1);

        house.delivery.deliver(
                onPaper, after, Set.of(after.body().uscc().value()), NEWEST, new Delivered.Electronically());
        assertThat(house.desk.open(onPaper, after).state()).isEqualTo(CaseState.CLOSED);

        assertThat(house.desk.open(closed, before).bodyName())
                .isEqualTo(before.body().name());
        assertThat(house.desk.open(withdrawn, before).state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void its_items_are_offered_no_more_and_the_successors_are() {
        house.offered.add(CasesHouse.item(SHOP));
        house.offered.add(CasesHouse.elsewhere(CasesHouse.item(SHOP)));
        dissolve(before, after, MONDAY.plusDays(1));

        house.bodyChanges.pass();
        assertThat(house.offered).hasSize(2);
        house.clock.advance(Duration.ofDays(1));
        house.bodyChanges.pass();

        assertThat(house.offered)
                .extracting(item -> item.bodyUscc())
                .containsExactly(after.body().uscc().value());
    }

    @Test
    void who_decides_in_the_same_moment_decides_before_or_not_at_all() throws Exception {
        dissolve(before, after, MONDAY.plusDays(1));
        for (int i = 0; i < 12; i++) {
            house.clock.set(TestClock.START);
            CaseId id = reviewed();
            house.clock.advance(Duration.ofDays(1));
            boolean decided = bothAtOnce(
                    () -> {
                        house.desk.act(id, before, NEWEST, new CaseCommand.Grant(""));
                        return true;
                    },
                    house.bodyChanges::pass);

            StaffMember owner = decided ? before : after;
            CaseFile file = house.desk.open(id, owner);
            assertThat(file.state()).isEqualTo(decided ? CaseState.CLOSED : CaseState.REVIEWED);
            assertThat(file.steps().stream().anyMatch(step -> step.kind() == StepKind.BODY_CHANGED))
                    .isEqualTo(!decided);
            assertThat(file.licence().isPresent()).isEqualTo(decided);
            if (!decided) {
                house.byCase.remove(id.value());
                house.desk.act(id, after, NEWEST, new CaseCommand.Grant(""));
            }
            assertThat(house.desk.open(id, owner).steps())
                    .filteredOn(step -> step.kind() == StepKind.GRANTED)
                    .hasSize(1);
        }
    }

    private boolean bothAtOnce(Callable<Boolean> deciding, Callable<Integer> handingOver) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Boolean> decision = two.submit(() -> {
                start.await();
                try {
                    return deciding.call();
                } catch (Problem tooLate) {
                    return false;
                }
            });
            Future<Integer> handing = two.submit(() -> {
                start.await();
                return handingOver.call();
            });
            handing.get();
            boolean decided = decision.get();
            house.bodyChanges.pass();
            return decided;
        }
    }

    private void dissolve(StaffMember gone, StaffMember next, LocalDate from) {
        house.successions.add(new Succession(
                gone.body().uscc(),
                gone.body().name(),
                next.body().uscc(),
                next.body().name(),
                from,
                "云编办〔2026〕5号",
                "职责合并"));
    }

    private CaseId filed() {
        return house.cases.file(house.shop(applicant)).id();
    }

    private CaseId reviewed() {
        return reviewed(house.shop(applicant));
    }

    private CaseId reviewed(FilingOrder order) {
        CaseId id = house.cases.file(order).id();
        house.desk.act(id, before, NEWEST, new CaseCommand.Accept());
        house.desk.act(id, before, NEWEST, new CaseCommand.Review(true, "符合条件"));
        return id;
    }
}
