package org.zhengtong.services.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundleCheck;
import org.zhengtong.services.catalogue.BundleElement;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.PublishedBundle;
import org.zhengtong.services.editing.BundleEditing.Saved;
import org.zhengtong.services.editing.internal.DueDay;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class BundleEditingTest {
    private static final Set<BundleElement> SUMMARY = Set.of(BundleElement.SUMMARY);
    private static final Set<BundleElement> ORDER = Set.of(BundleElement.ORDER);

    @Autowired
    BundleEditing editing;

    @Autowired
    Editing entries;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private Instant morning;
    private StaffMember writer;
    private StaffMember reviewer;

    @BeforeEach
    void twoStewards() {
        morning = clock.instant();
        writer = steward("云溪市数据局");
        reviewer = steward("云溪市数据局");
    }

    @AfterEach
    void theSameDayAgain() {
        clock.set(morning);
    }

    @Test
    void a_change_is_written_by_one_reviewed_by_another_and_the_former_version_stays() {
        int before = newest("B015").version();
        UUID id = editing.beginFrom(writer, "B015", before);
        here(summary(writer, id, "自由职业的人，参保和认定一次办。"));
        editing.submit(writer, id, "说得更短");

        refused("editing-own-work", () -> editing.approve(writer, id, today()));
        BundleDraft published = editing.approve(reviewer, id, today());

        assertThat(published.stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(newest("B015").summary()).isEqualTo("自由职业的人，参保和认定一次办。");
        assertThat(newest("B015").version()).isEqualTo(before + 1);
        assertThat(catalogue.bundle("B015", before).orElseThrow().summary())
                .isNotEqualTo(newest("B015").summary());
        assertThat(catalogue.versions("B015").getFirst()).satisfies(version -> {
            assertThat(version.publication().editedBy()).isEqualTo(writer.actor());
            assertThat(version.publication().reviewedBy()).isEqualTo(reviewer.actor());
            assertThat(version.publication().reason()).isEqualTo("说得更短");
        });
    }

    @Test
    void one_goes_back_to_a_former_version_by_publishing_it_again() {
        Bundle first = newest("B014");
        UUID change = editing.beginFrom(writer, "B014", first.version());
        here(summary(writer, change, "另一种说明"));
        editing.submit(writer, change, "改说明");
        editing.approve(reviewer, change, today());

        UUID back = editing.beginFrom(writer, "B014", first.version());
        editing.submit(writer, back, "恢复原来的说明");
        editing.approve(reviewer, back, today());

        assertThat(newest("B014").withVersion(0)).isEqualTo(first.withVersion(0));
        assertThat(newest("B014").version()).isEqualTo(first.version() + 2);
    }

    @Test
    void what_is_approved_for_a_later_day_waits_for_it() {
        Bundle first = newest("B013");
        UUID id = editing.beginFrom(writer, "B013", first.version());
        here(summary(writer, id, "开药店，明天起一次办。"));
        editing.submit(writer, id, "明天起施行");
        editing.approve(reviewer, id, today().plusDays(1));

        DueDay.publish(editing);
        assertThat(newest("B013")).isEqualTo(first);
        clock.set(morning.plus(Duration.ofDays(1)));
        DueDay.publish(editing);

        assertThat(newest("B013").summary()).isEqualTo("开药店，明天起一次办。");
    }

    @Test
    void what_the_gate_has_come_to_hold_back_goes_back_on_its_day() {
        Bundle first = newest("B012");
        UUID id = editing.beginFrom(writer, "B012", first.version());
        here(summary(writer, id, "货运公司一次办。"));
        editing.submit(writer, id, "明天起施行");
        editing.approve(reviewer, id, today().plusDays(1));
        catalogue.setState(first.items().getFirst(), ItemState.SUSPENDED);

        clock.set(morning.plus(Duration.ofDays(1)));
        DueDay.publish(editing);

        catalogue.setState(first.items().getFirst(), ItemState.IN_USE);
        assertThat(editing.draft(writer, id).draft().stage()).isEqualTo(Stage.EDITING);
        assertThat(editing.draft(writer, id).steps().getFirst().note())
                .isEqualTo(BundleCheck.Rule.SUSPENDED_ITEM.name());
        assertThat(newest("B012")).isEqualTo(first);
        editing.discard(writer, id);
    }

    @Test
    void a_circle_is_not_handed_to_review() {
        Bundle restaurant = newest("B008");
        UUID id = editing.beginFrom(writer, "B008", restaurant.version());
        BundleDraft draft = editing.draft(writer, id).draft();
        Bundle circle = order(
                draft.bundle(),
                List.of(new Bundle.Precedence(
                        restaurant.items().get(1), restaurant.items().getFirst())));

        here(editing.save(writer, id, ORDER, editing.fingerprint(draft.bundle(), ORDER), circle));

        refused("editing-findings-left", () -> editing.submit(writer, id, "先后"));
        assertThat(editing.findings(editing.draft(writer, id).draft()))
                .extracting(BundleCheck.Finding::rule)
                .contains(BundleCheck.Rule.NO_CYCLE);
        editing.discard(writer, id);
    }

    @Test
    void the_second_of_two_editors_is_shown_the_others_change_and_overwrites_nothing() {
        UUID id = editing.begin(writer, "两个人的一件事", writer.body().uscc());
        Bundle seen = editing.draft(reviewer, id).draft().bundle();
        here(summary(writer, id, "先写的"));

        Saved second = editing.save(reviewer, id, SUMMARY, editing.fingerprint(seen, SUMMARY), summarised(seen, "后写的"));
        Saved elsewhere = editing.save(
                reviewer,
                id,
                Set.of(BundleElement.LIFE_EVENT),
                editing.fingerprint(seen, Set.of(BundleElement.LIFE_EVENT)),
                lifeEvent(seen, "就业创业"));

        assertThat(second).isInstanceOfSatisfying(Saved.Elsewhere.class, there -> {
            assertThat(there.name()).isEqualTo(writer.name());
            assertThat(there.draft().bundle().summary()).isEqualTo("先写的");
        });
        here(elsewhere);
        assertThat(editing.draft(writer, id).draft().bundle())
                .satisfies(bundle -> assertThat(bundle.summary()).isEqualTo("先写的"))
                .satisfies(bundle -> assertThat(bundle.lifeEvent()).isEqualTo("就业创业"));
        editing.discard(writer, id);
    }

    @Test
    void a_bundle_belongs_to_the_division_of_its_lead_body() {
        StaffMember county = steward("竹岭县数据局");
        UUID citys = editing.begin(writer, "市里的一件事", writer.body().uscc());
        UUID countys = editing.begin(county, "县里的一件事", county.body().uscc());

        refused("catalogue-not-your-division", () -> editing.draft(county, citys));
        refused(
                "catalogue-not-your-division",
                () -> editing.begin(county, "不行", writer.body().uscc()));
        refused("catalogue-not-your-division", () -> editing.discard(writer, countys));
        assertThat(editing.open(county)).extracting(BundleEditing.Line::id).containsExactly(countys);
        assertThat(editing.open(writer)).extracting(BundleEditing.Line::id).contains(citys, countys);
        assertThat(editing.leadBodies(county))
                .extracting(body -> body.division())
                .containsOnly("339921");
        editing.discard(writer, citys);
        editing.discard(county, countys);
    }

    @Test
    void every_new_bundle_has_a_code_of_its_own_and_is_no_draft_of_an_entry() {
        UUID one = editing.begin(writer, "第一件", writer.body().uscc());
        UUID two = editing.begin(reviewer, "第二件", writer.body().uscc());

        assertThat(editing.draft(writer, one).draft().code())
                .matches("B[0-9]{3}")
                .isNotEqualTo(editing.draft(writer, two).draft().code());
        assertThat(entries.open(writer)).extracting(Editing.Line::id).doesNotContain(one, two);
        refused("unknown-entry-draft", () -> entries.draft(writer, one));
        editing.discard(writer, one);
        editing.discard(writer, two);
    }

    @Test
    void a_version_kept_before_lead_bodies_were_said_is_read_and_can_be_gone_back_to() {
        Bundle now = newest("B011");
        database.sql("""
                        insert into catalogue.bundle (code, version, published_at, document)
                        values ('B011', 0, now(), jsonb_build_object('code', 'B011', 'name', '旧的', 'summary', '旧的',
                            'everydayWords', '[]'::jsonb, 'audience', '["FIRM"]'::jsonb, 'lifeEvent', '企业注销',
                            'items', jsonb_build_array(:first::text, :second::text)))
                        """)
                .param("first", now.items().get(0).value())
                .param("second", now.items().get(1).value())
                .update();

        PublishedBundle old = catalogue.versions("B011").getLast();
        UUID id = editing.beginFrom(writer, "B011", 0);

        assertThat(old.bundle().leadBody()).isEmpty();
        assertThat(old.bundle().version()).isZero();
        assertThat(editing.draft(writer, id).draft().bundle().leadBody())
                .contains(now.items().getFirst().bodyUscc());
        editing.discard(writer, id);
    }

    private Saved summary(StaffMember by, UUID id, String text) {
        Bundle bundle = editing.draft(by, id).draft().bundle();
        return editing.save(by, id, SUMMARY, editing.fingerprint(bundle, SUMMARY), summarised(bundle, text));
    }

    private static Bundle summarised(Bundle bundle, String text) {
        return bundle.with(SUMMARY, made("", text, List.of()));
    }

    private static Bundle lifeEvent(Bundle bundle, String text) {
        return bundle.with(Set.of(BundleElement.LIFE_EVENT), made(text, "", List.of()));
    }

    private static Bundle order(Bundle bundle, List<Bundle.Precedence> order) {
        return bundle.with(ORDER, made("", "", order));
    }

    private static Bundle made(String lifeEvent, String summary, List<Bundle.Precedence> order) {
        return new Bundle(
                "", 1, "", summary, List.of(), Set.of(), lifeEvent, Optional.empty(), List.of(), List.of(), order);
    }

    private Bundle newest(String code) {
        return catalogue.bundle(code).orElseThrow();
    }

    private static void here(Saved saved) {
        assertThat(saved).isInstanceOf(Saved.Here.class);
    }

    private static void refused(String code, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Page.ZONE);
    }

    private StaffMember steward(String body) {
        People.Someone someone = new People(identity).staff(organisation, body, Role.CATALOGUE);
        return organisation.staff(someone.id()).orElseThrow();
    }
}
