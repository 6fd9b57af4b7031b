package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.cases.JointFile.Stage;
import org.zhengtong.services.cases.JointOrder;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;

/** A noodle shop opened as one thing: the licence first, then food and signboard beside each other. */
class OneThingTest {
    private static final OptionalLong NEWEST = OptionalLong.empty();
    private static final ServiceItem SHOP = CasesHouse.item("个体工商户设立登记");
    private static final ServiceItem FOOD = CasesHouse.item("食品经营许可");
    private static final ServiceItem SIGN = CasesHouse.item("社会保障卡申领");

    private CasesHouse house;
    private PersonId applicant;
    private UUID id;

    @BeforeEach
    void a_shop_is_filed_as_one_thing() {
        house = new CasesHouse();
        applicant = house.person("林晓岚");
        id = house.joint.file(order(Set.of(SHOP.code()), Set.of())).id();
    }

    @Test
    void what_can_begin_is_filed_at_once_and_what_waits_is_not() {
        JointFile file = house.joint.open(id, applicant);

        assertThat(file.parts())
                .extracting(JointFile.Part::stage)
                .containsExactly(Stage.UNDER_WAY, Stage.WAITING, Stage.UNDER_WAY);
        assertThat(house.cases.of(applicant)).hasSize(2);
        assertThat(file.isClosed()).isFalse();
    }

    @Test
    void the_grant_of_one_files_what_waited_for_it_with_its_result() {
        grant(SHOP);

        JointFile file = house.joint.open(id, applicant);
        CaseFile food = house.cases.open(filed(file, FOOD), applicant);
        UUID licence = Objects.requireNonNull(house.byCase.get(filed(file, SHOP).value()))
                .id();
        assertThat(food.materials()).contains(new HandedIn.ByLicence("m2", licence));
        assertThat(food.answers()).containsEntry("shop", "云溪小面馆");
        assertThat(food.joint()).contains(id);
        assertThat(food.standing().receivedOn()).isEqualTo(today());
    }

    @Test
    void it_closes_with_the_last_of_its_cases() {
        grant(SHOP);
        grant(SIGN);
        assertThat(house.joint.open(id, applicant).isClosed()).isFalse();

        grant(FOOD);

        JointFile file = house.joint.open(id, applicant);
        assertThat(file.isClosed()).isTrue();
        assertThat(file.done()).isEqualTo(3);
        assertThat(file.timeline()).extracting(moment -> moment.step().kind()).contains(StepKind.GRANTED);
        assertThat(file.timeline())
                .isSortedAccordingTo(
                        Comparator.comparing(moment -> moment.step().at()));
    }

    @Test
    void a_refused_one_shows_what_cannot_begin_and_lets_the_others_go_on() {
        CaseId shop = filed(house.joint.open(id, applicant), SHOP);
        StaffMember clerk = everything(SHOP);
        house.desk.act(shop, clerk, NEWEST, new CaseCommand.Accept());
        house.desk.act(shop, clerk, NEWEST, new CaseCommand.Review(false, "不符合条件"));
        house.desk.act(shop, clerk, NEWEST, new CaseCommand.Refuse("经营场所不能用于经营"));

        JointFile file = house.joint.open(id, applicant);
        assertThat(file.parts())
                .extracting(JointFile.Part::stage)
                .containsExactly(Stage.WITHOUT_RESULT, Stage.CANNOT_BEGIN, Stage.UNDER_WAY);
        assertThat(file.heldUpBy(file.parts().getFirst()))
                .extracting(JointFile.Part::itemName)
                .containsExactly(FOOD.name());
        grant(SIGN);
        assertThat(house.joint.open(id, applicant).isClosed()).isTrue();
    }

    @RepeatedTest(8)
    void two_granted_in_the_same_moment_start_what_waits_for_both_once() throws Exception {
        UUID both = house.joint
                .file(order(Set.of(SHOP.code(), SIGN.code()), Set.of()))
                .id();
        CaseId shop = reviewed(both, SHOP);
        CaseId sign = reviewed(both, SIGN);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(threads.submit(() -> decide(shop, SHOP)), threads.submit(() -> decide(sign, SIGN)))
                    .toList()
                    .forEach(done -> assertThatCode(done::get).doesNotThrowAnyException());
        }

        assertThat(house.joint.open(both, applicant).parts().get(1).stage()).isEqualTo(Stage.UNDER_WAY);
        assertThat(house.cases.of(applicant).stream()
                        .filter(row -> row.item().equals(FOOD.code()))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_part_handed_to_another_body_stays_a_part_and_its_grant_lets_the_next_begin() {
        CaseId shop = filed(house.joint.open(id, applicant), SHOP);
        ServiceItem elsewhere = CasesHouse.elsewhere(SHOP);
        house.desk.act(
                shop,
                everything(SHOP),
                NEWEST,
                new CaseCommand.Transfer(
                        CaseCommand.Successor.at(elsewhere.code().value()), "属另一机构职权"));

        CaseId there = filed(house.joint.open(id, applicant), SHOP);
        assertThat(there).isNotEqualTo(shop);
        StaffMember other = house.staff("公安局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
        house.desk.act(there, other, NEWEST, new CaseCommand.Accept());
        house.desk.act(there, other, NEWEST, new CaseCommand.Review(true, "符合条件"));
        house.desk.act(there, other, NEWEST, new CaseCommand.Grant(""));

        assertThat(house.joint.open(id, applicant).parts())
                .extracting(JointFile.Part::stage)
                .containsExactly(Stage.GRANTED, Stage.UNDER_WAY, Stage.UNDER_WAY);
    }

    @Test
    void the_same_submission_again_is_the_first_one() {
        JointOrder order = order(Set.of(), Set.of());

        assertThat(house.joint.file(order)).isEqualTo(house.joint.file(order));
        assertThat(house.joint.of(applicant)).hasSize(2);
    }

    @Test
    void the_whole_has_forty_five_days_from_the_first_acceptance_and_is_extended_once_by_the_lead_body() {
        assertThat(house.joint.open(id, applicant).due()).isEmpty();
        house.desk.act(
                filed(house.joint.open(id, applicant), SHOP), everything(SHOP), NEWEST, new CaseCommand.Accept());
        assertThat(house.joint.open(id, applicant).due()).contains(house.calendar.after(today(), 45));

        StaffMember head = house.staff("市场监督管理局", Role.DECISION);
        StaffMember other = house.staff("人力资源和社会保障局", Role.DECISION);
        assertProblem("cases.not-your-role", () -> house.joint.extend(id, other, 10, "联合核查"));
        assertProblem("cases.joint-extension-days-wrong", () -> house.joint.extend(id, head, 16, "联合核查"));
        assertProblem("cases.reason-missing", () -> house.joint.extend(id, head, 15, " "));
        house.joint.extend(id, head, 15, "联合核查需要更多时间");

        JointFile file = house.joint.open(id, applicant);
        assertThat(file.due()).contains(house.calendar.after(today(), 60));
        assertThat(file.extensionReason()).contains("联合核查需要更多时间");
        assertProblem("cases.extended-before", () -> house.joint.extend(id, head, 5, "再延长"));
    }

    @Test
    void nobody_else_sees_it_but_the_bodies_that_have_a_part_in_it() {
        assertProblem("cases.unknown", () -> house.joint.open(id, house.person("吴子涵")));
        assertProblem("cases.unknown", () -> house.joint.open(id, house.staff("公安局", Role.REVIEW)));
        assertThat(house.joint.open(id, house.staff("人力资源和社会保障局", Role.REVIEW)).name())
                .isEqualTo("开办餐饮店");
    }

    private void grant(ServiceItem item) {
        decide(reviewed(id, item), item);
        house.clock.advance(Duration.ofMinutes(1));
    }

    private CaseId reviewed(UUID joint, ServiceItem item) {
        CaseId one = filed(house.joint.open(joint, applicant), item);
        house.desk.act(one, everything(item), NEWEST, new CaseCommand.Accept());
        house.desk.act(one, everything(item), NEWEST, new CaseCommand.Review(true, "符合条件"));
        return one;
    }

    private Object decide(CaseId one, ServiceItem item) {
        house.desk.act(one, everything(item), NEWEST, new CaseCommand.Grant(""));
        return "granted";
    }

    private StaffMember everything(ServiceItem item) {
        String department = item.equals(SIGN) ? "人力资源和社会保障局" : "市场监督管理局";
        return house.staff(department, Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    }

    private static CaseId filed(JointFile file, ServiceItem item) {
        return file.parts().stream()
                .filter(part -> part.item().equals(item.code()))
                .flatMap(part -> part.filed().stream())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(house.clock.instant(), Page.ZONE);
    }

    private JointOrder order(Set<ItemCode> foodWaitsFor, Set<ItemCode> signWaitsFor) {
        Map<String, ItemCode> licence = foodWaitsFor.isEmpty() ? Map.of() : Map.of("m2", SHOP.code());
        Map<String, JointOrder.FromResult> name =
                foodWaitsFor.isEmpty() ? Map.of() : Map.of("shop", new JointOrder.FromResult(SHOP.code(), "名称"));
        return new JointOrder(
                UUID.randomUUID(),
                new Bundle(
                        "B008",
                        1,
                        "开办餐饮店",
                        "",
                        List.of(),
                        Set.of(),
                        "",
                        Optional.empty(),
                        List.of(SHOP.code(), FOOD.code(), SIGN.code()),
                        List.of(),
                        List.of()),
                SHOP.bodyUscc(),
                SHOP.bodyName(),
                new Party.Person(applicant),
                applicant,
                Channel.WEB,
                List.of(
                        part(SHOP, house.shop(applicant).answers(), Set.of(), Map.of(), Map.of()),
                        part(FOOD, Map.of(), foodWaitsFor, licence, name),
                        part(SIGN, Map.of(), signWaitsFor, Map.of(), Map.of())));
    }

    private static JointOrder.Part part(
            ServiceItem item,
            Map<String, String> answers,
            Set<ItemCode> waitsFor,
            Map<String, ItemCode> receives,
            Map<String, JointOrder.FromResult> answered) {
        return new JointOrder.Part(item, Map.of(), answers, List.of(), waitsFor, receives, answered);
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
