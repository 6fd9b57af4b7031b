package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.Inbox;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ItemState;

class StoredCasesTest {
    private static final OptionalLong NEWEST = OptionalLong.empty();
    private static final String MARKET = "市场监督管理局";
    private static final CaseCommand.RequestCorrection CORRECTION = new CaseCommand.RequestCorrection(
            List.of(new Finding(Finding.Kind.MATERIAL, "m1", "登记申请书", "缺少签名", "请签名后重新上传")));

    private final CasesHouse house = new CasesHouse();
    private final StaffMember clerk = house.staff(MARKET, Role.ACCEPTANCE);
    private final StaffMember reviewer = house.staff(MARKET, Role.REVIEW);
    private final StaffMember head = house.staff(MARKET, Role.DECISION);
    private final PersonId applicant = house.person("林小满");

    @Test
    void filing_answers_a_receipt_people_can_say_and_a_case_number_by_the_rule() {
        FilingOrder order = house.shop(applicant);

        Receipt receipt = house.cases.file(order);

        assertThat(receipt.receiptNumber()).matches("YX-[A-HJKMNP-Z2-9]{4}-[2-9]{4}");
        assertThat(receipt.caseNumber()).matches(order.item().code() + "20260302[0-9]{6}");
        CaseFile file = house.cases.open(receipt.id(), applicant);
        assertThat(file.answers()).isEqualTo(order.answers());
        assertThat(file.materials()).isEqualTo(order.materials());
        assertThat(file.applicantName()).isEqualTo("林小满");
        assertThat(file.steps()).extracting(CaseStep::kind).containsExactly(StepKind.FILED);
        assertThat(house.topics).containsExactly("cases.filed");
    }

    @Test
    void filing_needs_one_statement_besides_the_event_and_the_audit_leaf() {
        house.statements.set(0);

        house.cases.file(house.shop(applicant));

        assertThat(house.statements).hasValue(1);
    }

    @Test
    void the_same_key_answers_the_first_receipt_also_when_both_come_at_once() throws Exception {
        FilingOrder order = house.shop(applicant);

        List<Object> answers = atOnce(() -> house.cases.file(order), () -> house.cases.file(order));

        assertThat(answers.get(0)).isEqualTo(answers.get(1)).isInstanceOf(Receipt.class);
        assertThat(house.cases.of(applicant)).hasSize(1);
        assertThat(house.topics).containsExactly("cases.filed");
    }

    @Test
    void a_key_of_somebody_else_does_not_show_their_receipt() {
        FilingOrder order = house.shop(applicant);
        house.cases.file(order);
        PersonId other = house.person("周远");
        FilingOrder stolen = new FilingOrder(
                order.key(),
                order.item(),
                new Party.Person(other),
                other,
                order.situations(),
                order.answers(),
                order.materials(),
                order.channel());

        assertProblem("cases.key-used", () -> house.cases.file(stolen));
    }

    @Test
    void a_suspended_item_cannot_be_filed() {
        FilingOrder order = house.shop(applicant);
        FilingOrder suspended = new FilingOrder(
                order.key(),
                order.item().withState(ItemState.SUSPENDED),
                order.applicant(),
                order.agent(),
                order.situations(),
                order.answers(),
                order.materials(),
                order.channel());

        assertProblem("cases.item-closed", () -> house.cases.file(suspended));
    }

    @Test
    void nothing_a_person_wrote_lies_open_in_the_database() {
        house.cases.file(house.shop(applicant));

        String row = house.sql.sql("""
                        select convert_from(content, 'LATIN1') || convert_from(applicant_name, 'LATIN1')
                        from cases.case_file""").query(String.class).single();

        assertThat(new String(row.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .doesNotContain("林小满", "和顺路");
    }

    @Test
    void another_citizen_finds_no_such_case() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        PersonId stranger = house.person("周远");

        assertProblem("cases.unknown", () -> house.cases.open(id, stranger));
        assertProblem("cases.unknown", () -> house.cases.withdraw(id, stranger, "不办了"));
        assertProblem("cases.unknown", () -> house.cases.correct(id, house.shop(stranger)));
        assertThat(house.cases.of(stranger)).isEmpty();
    }

    @Test
    void another_body_finds_no_such_case() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        StaffMember police = house.staff("公安局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);

        assertProblem("cases.unknown", () -> house.desk.open(id, police));
        assertProblem("cases.unknown", () -> house.desk.act(id, police, NEWEST, new CaseCommand.Accept()));
        assertProblem("cases.unknown", () -> house.desk.take(id, police, NEWEST, true));
        assertThat(house.desk.inbox(police, InboxFilter.todo()).total()).isZero();
    }

    @Test
    void each_stage_is_for_its_own_post() {
        CaseId id = house.cases.file(house.shop(applicant)).id();

        assertProblem("cases.not-your-role", () -> house.desk.act(id, reviewer, NEWEST, new CaseCommand.Accept()));
        assertProblem("cases.not-your-role", () -> house.desk.act(id, clerk, NEWEST, new CaseCommand.Grant("")));
        assertProblem("cases.not-your-role", () -> house.desk.take(id, head, NEWEST, false));
    }

    @Test
    void nobody_decides_their_own_matter() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        StaffMember herself = new StaffMember(applicant, "林小满", clerk.body(), "窗口", Set.of(Role.ACCEPTANCE));

        assertProblem("cases.own-matter", () -> house.desk.act(id, herself, NEWEST, new CaseCommand.Accept()));
        assertThat(house.desk.next(herself)).isEmpty();
    }

    @Test
    void two_clerks_taking_the_same_case_have_one_outcome() throws Exception {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        StaffMember second = house.staff(MARKET, Role.ACCEPTANCE);

        List<Object> answers = atOnce(taking(id, clerk), taking(id, second));

        assertThat(answers)
                .filteredOn(Problem.class::isInstance)
                .singleElement()
                .satisfies(problem -> assertThat(((Problem) problem).code()).isIn("cases.changed", "cases.taken"));
        assertThat(house.desk.open(id, clerk).steps()).hasSize(2);
    }

    @Test
    void two_heads_deciding_at_once_have_one_outcome_and_one_licence() throws Exception {
        CaseId id = reviewed();
        StaffMember second = house.staff(MARKET, Role.DECISION);
        OptionalLong version = OptionalLong.of(house.desk.open(id, head).version());

        List<Object> answers = atOnce(
                () -> acted(id, head, version, new CaseCommand.Grant("")),
                () -> acted(id, second, version, new CaseCommand.Grant("")));

        assertThat(answers)
                .filteredOn(Problem.class::isInstance)
                .singleElement()
                .satisfies(problem -> assertThat(((Problem) problem).code()).isEqualTo("cases.changed"));
        assertThat(house.licences).hasSize(1);
    }

    @Test
    void a_decision_on_an_old_page_is_not_taken() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        OptionalLong seen = OptionalLong.of(house.desk.open(id, clerk).version());
        house.desk.act(id, clerk, seen, CORRECTION);

        assertProblem("cases.changed", () -> house.desk.act(id, clerk, seen, new CaseCommand.Accept()));
    }

    @Test
    void a_colleague_may_take_over_but_only_when_they_say_so() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        StaffMember colleague = house.staff(MARKET, Role.ACCEPTANCE);
        house.desk.take(id, clerk, NEWEST, false);

        assertProblem("cases.taken", () -> house.desk.act(id, colleague, NEWEST, new CaseCommand.Accept()));
        house.desk.take(id, colleague, NEWEST, true);
        house.desk.act(id, colleague, NEWEST, new CaseCommand.Accept());

        assertThat(house.desk.open(id, colleague).state()).isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void a_correction_comes_back_with_new_answers_and_is_accepted() {
        FilingOrder order = house.shop(applicant);
        CaseId id = house.cases.file(order).id();
        house.desk.act(id, clerk, NEWEST, CORRECTION);
        assertThat(house.cases.open(id, applicant).toCorrect()).isEqualTo(CORRECTION.findings());

        FilingOrder better = house.order("个体工商户设立登记", applicant, Map.of("shop_name", "云溪大面馆"));
        house.cases.correct(id, better);
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Accept());

        CaseFile file = house.cases.open(id, applicant);
        assertThat(file.answers()).containsEntry("shop_name", "云溪大面馆");
        assertThat(file.toCorrect()).isEmpty();
        assertThat(file.step(StepKind.CORRECTION_REQUESTED).flatMap(CaseStep::document))
                .contains("云溪市市场监督管理局许补〔2026〕1号");
        assertThat(house.topics)
                .containsExactly("cases.filed", "cases.correction-requested", "cases.corrected", "cases.accepted");
    }

    @Test
    void a_granted_shop_becomes_a_firm_with_its_own_licence() {
        CaseId id = reviewed();

        house.desk.act(id, head, NEWEST, new CaseCommand.Grant(""));

        CaseFile file = house.cases.open(id, applicant);
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.steps())
                .extracting(CaseStep::kind)
                .endsWith(StepKind.GRANTED, StepKind.DELIVERED, StepKind.CLOSED);
        assertThat(file.licence()).isPresent();
        FirmProfile firm = house.firms.values().iterator().next();
        assertThat(firm.name()).isEqualTo("云溪小面馆");
        assertThat(firm.address()).contains("云溪市望溪区和顺路 8 号");
        assertThat(house.agents).containsEntry(firm.id().value(), applicant);
        assertThat(firm.uscc().value()).startsWith("92");
        assertThat(house.licences.getFirst().holder()).isEqualTo(new Party.Firm(firm.id()));
        assertThat(house.licences.getFirst().attributes())
                .containsEntry("名称", "云溪小面馆")
                .containsEntry("法定代表人", "林小满")
                .containsEntry("住所", "云溪市望溪区和顺路 8 号")
                .containsEntry("经营范围", "餐饮服务")
                .containsEntry("统一社会信用代码", firm.uscc().value());
    }

    @Test
    void a_refusal_issues_nothing_and_is_delivered() {
        CaseId id = reviewed();

        assertProblem("cases.reason-missing", () -> house.desk.act(id, head, NEWEST, new CaseCommand.Refuse(" ")));
        house.desk.act(id, head, NEWEST, new CaseCommand.Refuse("经营场所是违法建筑"));

        CaseFile file = house.cases.open(id, applicant);
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.step(StepKind.REFUSED).map(CaseStep::words)).contains("经营场所是违法建筑");
        assertThat(house.licences).isEmpty();
        assertThat(house.firms).isEmpty();
    }

    @Test
    void an_unanswered_filing_counts_as_accepted_from_the_day_of_receipt() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        house.clock.advance(Duration.ofDays(7));
        house.deadlines.pass();
        assertThat(house.cases.open(id, applicant).state()).isEqualTo(CaseState.SUBMITTED);

        house.clock.advance(Duration.ofDays(1));
        house.deadlines.pass();
        house.deadlines.pass();

        CaseFile file = house.cases.open(id, applicant);
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.standing().acceptedOn()).contains(LocalDate.of(2026, 3, 2));
        assertThat(file.steps())
                .extracting(CaseStep::kind)
                .containsExactly(StepKind.FILED, StepKind.COUNTED_AS_ACCEPTED);
    }

    @Test
    void a_correction_that_never_comes_is_reminded_once_and_then_ends_the_case() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        house.desk.act(id, clerk, NEWEST, CORRECTION);
        house.clock.advance(Duration.ofDays(37));
        house.deadlines.pass();
        house.deadlines.pass();
        assertThat(house.topics).containsOnlyOnce("cases.correction-reminded");

        house.clock.advance(Duration.ofDays(6));
        house.deadlines.pass();

        assertThat(house.cases.open(id, applicant).state()).isEqualTo(CaseState.TERMINATED);
        assertProblem("cases.not-in-this-state", () -> house.cases.correct(id, house.shop(applicant)));
    }

    @Test
    void an_applicant_withdraws_before_the_decision_and_not_after() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        assertProblem("cases.reason-missing", () -> house.cases.withdraw(id, applicant, "\u202e \u0007"));
        assertProblem("cases.words-too-long", () -> house.cases.withdraw(id, applicant, "长".repeat(2001)));
        house.cases.withdraw(id, applicant, "换个地方开店\u202e");

        assertThat(house.cases.open(id, applicant).step(StepKind.WITHDRAWN).map(CaseStep::words))
                .contains("换个地方开店");
        assertProblem("cases.not-in-this-state", () -> house.cases.withdraw(id, applicant, "再撤一次"));
    }

    @Test
    void the_inbox_shows_what_is_due_first_and_counts_what_was_decided() {
        Receipt first = house.cases.file(house.shop(applicant));
        house.clock.advance(Duration.ofDays(2));
        Receipt second = house.cases.file(house.shop(applicant));

        Inbox inbox = house.desk.inbox(clerk, InboxFilter.todo());

        assertThat(inbox.rows()).extracting(row -> row.id()).containsExactly(first.id(), second.id());
        assertThat(inbox.figures().todo()).isEqualTo(2);
        assertThat(house.desk.next(clerk)).contains(first.id());
        assertThat(house.desk.inbox(reviewer, InboxFilter.todo()).total()).isZero();
        assertThat(house.desk
                        .inbox(clerk, filter(Optional.empty(), Optional.of(second.receiptNumber())))
                        .rows())
                .hasSize(1);
        assertThat(house.desk
                        .inbox(clerk, filter(Optional.of(Light.RED), Optional.empty()))
                        .total())
                .isZero();
        assertThat(house.desk
                        .inbox(clerk, filter(Optional.of(Light.GREEN), Optional.empty()))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void the_figures_tell_how_long_the_decided_cases_took() {
        CaseId id = reviewed();
        house.clock.advance(Duration.ofDays(1));
        house.desk.act(id, head, NEWEST, new CaseCommand.Grant(""));

        Inbox.Figures figures = house.desk.inbox(head, InboxFilter.todo()).figures();

        assertThat(figures.decided()).isEqualTo(1);
        assertThat(figures.averageDays()).isEqualTo(1);
        assertThat(figures.inTimePercent()).isEqualTo(100);
    }

    @Test
    void a_step_cannot_be_changed_afterwards() {
        house.cases.file(house.shop(applicant));

        assertThatThrownBy(() ->
                        house.sql.sql("update cases.step set kind = 'GRANTED'").update())
                .hasMessageContaining("never changed");
    }

    private static InboxFilter filter(Optional<Light> light, Optional<String> search) {
        return new InboxFilter(InboxFilter.View.FOR_ME, light, search, 1);
    }

    private CaseId reviewed() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        house.desk.act(id, clerk, NEWEST, new CaseCommand.Accept());
        house.desk.act(id, reviewer, NEWEST, new CaseCommand.Review(true, "符合条件"));
        return id;
    }

    private Callable<Object> taking(CaseId id, StaffMember staff) {
        return () -> {
            house.desk.take(id, staff, NEWEST, false);
            return "taken";
        };
    }

    private Object acted(CaseId id, StaffMember staff, OptionalLong version, CaseCommand command) {
        house.desk.act(id, staff, version, command);
        return "done";
    }

    /** Runs both from the same moment; a problem is an answer. */
    private static List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> answers = List.of(one, other).stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        try {
                            return call.call();
                        } catch (Problem problem) {
                            return problem;
                        }
                    }))
                    .toList();
            start.countDown();
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
