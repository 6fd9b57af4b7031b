package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.cases.SystemCheck;
import org.zhengtong.services.catalogue.ServiceItem;

/** A case that goes through more hands than those of one clerk, one reviewer and one head. */
class ManyHandsTest {
    private static final OptionalLong NEWEST = OptionalLong.empty();

    private CasesHouse house;
    private PersonId applicant;
    private StaffMember clerk;
    private StaffMember reviewer;
    private StaffMember colleague;
    private StaffMember head;
    private StaffMember fireBrigade;

    @BeforeEach
    void in_a_new_house() {
        house = new CasesHouse();
        applicant = house.person("林晓岚");
        clerk = house.staff("市场监督管理局", Role.ACCEPTANCE);
        reviewer = house.staff("市场监督管理局", Role.REVIEW);
        colleague = house.staff("市场监督管理局", Role.REVIEW);
        head = house.staff("市场监督管理局", Role.DECISION);
        fireBrigade = house.staff("公安局", Role.REVIEW);
    }

    @Test
    void an_item_of_two_levels_is_signed_by_two_people_before_it_is_decided() {
        CaseId id = accepted("药品零售企业经营许可");

        house.desk.act(id, reviewer, NEWEST, favourable());
        assertProblem("cases.signed-before", () -> house.desk.act(id, reviewer, NEWEST, favourable()));
        assertThat(house.desk.open(id, reviewer).state()).isEqualTo(CaseState.IN_REVIEW);
        house.desk.act(id, colleague, NEWEST, favourable());

        CaseFile file = house.desk.open(id, head);
        assertThat(file.state()).isEqualTo(CaseState.REVIEWED);
        assertThat(file.steps()).extracting(step -> step.kind()).contains(StepKind.SIGNED_OFF, StepKind.REVIEWED);
        assertReplayed(file, "药品零售企业经营许可");
    }

    @Test
    void the_head_sends_back_and_it_is_reviewed_again() {
        CaseId id = accepted("个体工商户设立登记");
        house.desk.act(id, reviewer, NEWEST, favourable());

        house.desk.act(id, head, NEWEST, new CaseCommand.SendBack("经营场所要再核一次"));
        house.desk.act(id, reviewer, NEWEST, new CaseCommand.Review(false, "场所不属于申请人"));

        CaseFile file = house.desk.open(id, head);
        assertThat(file.state()).isEqualTo(CaseState.REVIEWED);
        assertReplayed(file, "个体工商户设立登记");
    }

    @Test
    void another_body_finds_what_it_is_asked_and_its_answer_lets_the_head_decide() {
        CaseId id = accepted("个体工商户设立登记");
        house.desk.act(id, reviewer, NEWEST, favourable());
        assertProblem("cases.unknown", () -> house.desk.open(id, fireBrigade));

        house.desk.act(id, head, NEWEST, question(fireBrigade));
        assertProblem("cases.opinion-awaited", () -> house.desk.act(id, head, NEWEST, new CaseCommand.Grant("")));
        assertThat(house.desk.inbox(fireBrigade, asked()).rows())
                .extracting(row -> row.id())
                .containsExactly(id);
        house.desk.act(id, fireBrigade, NEWEST, new CaseCommand.GiveOpinion("", true, "没有意见"));
        house.desk.act(id, head, NEWEST, new CaseCommand.Grant(""));

        assertThat(house.desk.inbox(fireBrigade, asked()).rows()).isEmpty();
        CaseFile file = house.desk.open(id, fireBrigade);
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertReplayed(file, "个体工商户设立登记");
    }

    @Test
    void who_is_asked_for_an_opinion_can_do_nothing_else() {
        CaseId id = accepted("个体工商户设立登记");
        house.desk.act(id, reviewer, NEWEST, question(fireBrigade));

        assertProblem("cases.unknown", () -> house.desk.act(id, fireBrigade, NEWEST, favourable()));
        assertProblem("cases.opinion-body-unknown", () -> house.desk.act(id, reviewer, NEWEST, question(reviewer)));
    }

    @Test
    void who_states_a_conflict_of_interest_is_given_the_case_no_more() {
        CaseId id = accepted("个体工商户设立登记");
        house.desk.take(id, reviewer, NEWEST, false);

        house.desk.act(id, reviewer, NEWEST, new CaseCommand.Recuse("申请人是亲属"));

        assertProblem("cases.recused", () -> house.desk.act(id, reviewer, NEWEST, favourable()));
        assertThat(house.desk.next(reviewer)).isEmpty();
        assertThat(house.desk.isFor(house.desk.open(id, reviewer), reviewer)).isFalse();
        assertThat(house.desk.next(colleague)).contains(id);
        house.desk.act(id, colleague, NEWEST, favourable());
        assertReplayed(house.desk.open(id, head), "个体工商户设立登记");
    }

    @Test
    void a_filing_handed_over_goes_on_at_the_competent_body_with_all_that_was_handed_in() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        ServiceItem elsewhere = CasesHouse.elsewhere(CasesHouse.item("个体工商户设立登记"));

        house.desk.act(
                id,
                clerk,
                NEWEST,
                new CaseCommand.Transfer(
                        CaseCommand.Successor.at(elsewhere.code().value()), "经营场所在望溪区"));

        CaseFile before = house.cases.open(id, applicant);
        assertThat(before.state()).isEqualTo(CaseState.TRANSFERRED);
        CaseCommand.Successor successor =
                CaseReplay.successor(before.step(StepKind.TRANSFERRED).orElseThrow());
        CaseFile after = house.cases.open(
                house.cases.of(applicant).stream()
                        .filter(row -> row.receiptNumber().equals(successor.receiptNumber()))
                        .findFirst()
                        .orElseThrow()
                        .id(),
                applicant);
        assertThat(after.bodyUscc()).isEqualTo(elsewhere.bodyUscc());
        assertThat(after.answers()).isEqualTo(before.answers());
        assertThat(after.materials()).isEqualTo(before.materials());
        assertThat(after.steps().getFirst().facts()).containsEntry("receipt", before.receiptNumber());
        assertReplayed(before, "个体工商户设立登记");
    }

    @Test
    void a_filing_is_handed_over_only_to_a_body_that_has_the_item() {
        CaseId id = house.cases.file(house.shop(applicant)).id();

        assertProblem(
                "cases.competent-body-missing",
                () -> house.desk.act(
                        id, clerk, NEWEST, new CaseCommand.Transfer(CaseCommand.Successor.at("elsewhere"), "不归我们管")));
        assertThat(house.cases.of(applicant)).hasSize(1);
    }

    @Test
    void what_is_closed_for_sixty_days_goes_into_the_archive() {
        CaseId id = accepted("个体工商户设立登记");
        house.desk.act(id, reviewer, NEWEST, favourable());
        house.desk.act(id, head, NEWEST, new CaseCommand.Grant(""));

        house.clock.advance(Duration.ofDays(59));
        house.deadlines.pass();
        assertThat(house.cases.open(id, applicant).state()).isEqualTo(CaseState.CLOSED);
        house.clock.advance(Duration.ofDays(1));
        house.deadlines.pass();

        CaseFile file = house.cases.open(id, applicant);
        assertThat(file.state()).isEqualTo(CaseState.ARCHIVED);
        assertReplayed(file, "个体工商户设立登记");
    }

    @Test
    void the_program_says_what_it_has_looked_at_by_itself() {
        CaseId id = house.cases.file(house.shop(applicant)).id();
        assertThat(house.desk.checks(house.desk.open(id, clerk))).allMatch(SystemCheck::right);

        String other = house.cases.file(house.shop(applicant)).receiptNumber();
        house.employed.put(applicant, new StaffMember(applicant, "林晓岚", clerk.body(), "收费员", Set.of(Role.CATALOGUE)));

        assertThat(house.desk.checks(house.desk.open(id, clerk)))
                .filteredOn(check -> !check.right())
                .containsExactly(
                        new SystemCheck(SystemCheck.Kind.DUPLICATE, false, List.of(other)),
                        new SystemCheck(SystemCheck.Kind.CONFLICT, false, List.of("收费员")));
    }

    @Test
    void an_answer_that_is_not_what_the_register_says_is_shown_beside_it() {
        CaseId id = house.cases
                .file(house.order("社会保障卡申领", applicant, Map.of("applicant_name", "林小岚")))
                .id();
        StaffMember staff = house.staff("人力资源和社会保障局", Role.ACCEPTANCE);

        assertThat(house.desk.checks(house.desk.open(id, staff)))
                .contains(new SystemCheck(SystemCheck.Kind.ANSWER, false, List.of("姓名", "林小岚", "林晓岚")));
    }

    private CaseId accepted(String item) {
        CaseId id = house.cases
                .file(house.order(item, applicant, house.shop(applicant).answers()))
                .id();
        StaffMember acceptance = clerk;
        house.desk.act(id, acceptance, NEWEST, new CaseCommand.Accept());
        return id;
    }

    private static CaseCommand favourable() {
        return new CaseCommand.Review(true, "符合条件");
    }

    private CaseCommand question(StaffMember of) {
        LocalDate until = LocalDate.ofInstant(house.clock.instant(), Page.ZONE).plusDays(7);
        return new CaseCommand.AskOpinion(
                new AskedOpinion(of.body().uscc().value(), "", until, Optional.empty()), "场所是否符合消防要求");
    }

    private static InboxFilter asked() {
        return new InboxFilter(InboxFilter.View.OPINIONS, Optional.empty(), Optional.empty(), 1);
    }

    /** What the steps alone say is what the database says. */
    private void assertReplayed(CaseFile file, String item) {
        assertThat(new CaseReplay(house.rules).standing(file.steps(), CaseTerms.of(CasesHouse.item(item))))
                .isEqualTo(file.standing());
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
