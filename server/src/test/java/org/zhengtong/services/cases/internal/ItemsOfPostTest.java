package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.InboxFilter;

/** Who handles some items of a body only sees, takes and decides no case of another. */
class ItemsOfPostTest {
    private static final OptionalLong NEWEST = OptionalLong.empty();
    private static final String MARKET = "市场监督管理局";
    private static final String SHOP = "个体工商户设立登记";
    private static final String FOOD = "食品经营许可";

    private final CasesHouse house = new CasesHouse();
    private final PersonId applicant = house.person("林小满");
    private final StaffMember clerk = house.staffFor(MARKET, Role.ACCEPTANCE, SHOP);
    private final StaffMember everywhere = house.staff(MARKET, Role.ACCEPTANCE, Role.REVIEW);
    private final CaseId shop = house.cases.file(house.shop(applicant)).id();
    private final CaseId food = house.cases
            .file(house.order(FOOD, applicant, Map.of("delivery", "到大厅领取")))
            .id();

    @Test
    void the_inbox_its_figures_and_the_next_case_are_of_the_own_items() {
        for (InboxFilter.View view : InboxFilter.View.values()) {
            assertThat(house.desk.inbox(clerk, filter(view, Optional.empty())).rows())
                    .as(view.name())
                    .noneMatch(row -> row.id().equals(food));
        }
        assertThat(house.desk.inbox(clerk, InboxFilter.todo()).rows())
                .extracting(row -> row.id())
                .containsExactly(shop);
        assertThat(house.desk.inbox(clerk, InboxFilter.todo()).figures().todo()).isEqualTo(1);
        assertThat(house.desk.inbox(everywhere, InboxFilter.todo()).figures().todo())
                .isEqualTo(2);
        assertThat(house.desk.next(house.staffFor(MARKET, Role.ACCEPTANCE, FOOD)))
                .contains(food);
        String receipt = house.desk.open(food, everywhere).receiptNumber();
        assertThat(house.desk
                        .inbox(clerk, filter(InboxFilter.View.FOR_ME, Optional.of(receipt)))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_case_of_another_item_is_as_if_it_were_not_there() {
        assertUnknown(() -> house.desk.open(food, clerk));
        assertUnknown(() -> house.desk.take(food, clerk, NEWEST, false));
        assertUnknown(() -> house.desk.act(food, clerk, NEWEST, new CaseCommand.Accept()));

        house.desk.act(shop, clerk, NEWEST, new CaseCommand.Accept());
        assertThat(house.desk.open(shop, clerk).state()).isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void a_role_handed_on_reaches_no_further_than_the_colleagues_items() {
        StaffMember deputy = new StaffMember(
                clerk.person(),
                clerk.name(),
                clerk.body(),
                clerk.post(),
                Map.of(Role.ACCEPTANCE, scope(SHOP), Role.REVIEW, scope(FOOD)));
        house.desk.act(shop, deputy, NEWEST, new CaseCommand.Accept());

        assertThat(house.desk.isFor(house.desk.open(shop, deputy), deputy)).isFalse();
        assertThat(house.desk.isFor(house.desk.open(food, deputy), deputy)).isFalse();
        assertProblem("cases.not-your-role", () -> house.desk.act(shop, deputy, NEWEST, new CaseCommand.StartReview()));
        assertProblem("cases.not-your-role", () -> house.desk.act(food, deputy, NEWEST, new CaseCommand.Accept()));
        assertThat(house.desk.inbox(deputy, InboxFilter.todo()).rows()).isEmpty();

        house.desk.act(food, everywhere, NEWEST, new CaseCommand.Accept());
        assertThat(house.desk.inbox(deputy, InboxFilter.todo()).rows())
                .extracting(row -> row.id())
                .containsExactly(food);
        house.desk.act(food, deputy, NEWEST, new CaseCommand.StartReview());
        assertThat(house.desk.open(food, deputy).state()).isEqualTo(CaseState.IN_REVIEW);
    }

    @Test
    void results_of_other_items_are_not_handed_over() {
        house.desk.act(food, everywhere, NEWEST, new CaseCommand.Accept());
        house.desk.act(food, everywhere, NEWEST, new CaseCommand.StartReview());
        house.desk.act(food, everywhere, NEWEST, new CaseCommand.Review(true, "符合条件", ""));
        house.desk.act(food, house.staff(MARKET, Role.DECISION), NEWEST, new CaseCommand.Grant(""));
        Set<String> bodies = Set.of(clerk.body().uscc().value());

        assertThat(house.delivery.waiting(clerk, bodies)).isEmpty();
        assertUnknown(() -> house.delivery.open(food, clerk, bodies));
        assertThat(house.delivery.waiting(everywhere, bodies)).hasSize(1);
    }

    @Test
    void staff_without_a_role_in_cases_see_none_in_any_list() {
        house.cases.withdraw(shop, applicant, "不办了");
        StaffMember administrator = house.staff(MARKET, Role.SYSTEM_ADMINISTRATOR);
        StaffMember steward = house.staff(MARKET, Role.CATALOGUE);

        for (InboxFilter.View view : InboxFilter.View.values()) {
            assertThat(house.desk
                            .inbox(administrator, filter(view, Optional.empty()))
                            .rows())
                    .as(view.name())
                    .isEmpty();
        }
        assertThat(house.desk
                        .inbox(steward, filter(InboxFilter.View.DONE, Optional.empty()))
                        .rows())
                .extracting(row -> row.id())
                .containsExactly(shop);
        assertThat(house.desk
                        .inbox(steward, filter(InboxFilter.View.MINE, Optional.empty()))
                        .rows())
                .isEmpty();
    }

    private static ItemScope scope(String item) {
        return ItemScope.chosen(Set.of(CasesHouse.item(item).code().value()));
    }

    private static InboxFilter filter(InboxFilter.View view, Optional<String> search) {
        return new InboxFilter(view, Optional.empty(), search, 1);
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertProblem("cases.unknown", call);
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
