package org.zhengtong.services.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.Inheritance;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.PublishedVersion;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.internal.DueDay;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class EditingTest {
    @Autowired
    Editing editing;

    @Autowired
    Catalogue catalogue;

    @Autowired
    BaseCatalogue base;

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
    void a_change_is_written_by_one_reviewed_by_another_and_then_shown_to_all() {
        ItemCode code = code("旅馆业特种行业许可证核发");
        UUID id = begin(code);
        change(id, Element.SUMMARY, "向城市排水设施排放污水前，先取得排水许可。");

        editing.submit(writer, id, "说明改得更明白");
        assertThatThrownBy(() -> editing.approve(writer, id, today()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("editing-own-work"));
        EntryDraft published = editing.approve(reviewer, id, today());

        ServiceItem item = catalogue.item(code).orElseThrow();
        assertThat(published.stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(item.version()).isEqualTo(2);
        assertThat(item.summary()).startsWith("向城市排水设施");
        PublishedVersion newest = catalogue.versions(code).getFirst();
        assertThat(newest.publication()).isEqualTo(new Publication(writer.actor(), reviewer.actor(), "说明改得更明白"));
        assertThat(editing.openDraftOf(code)).isEmpty();
    }

    @Test
    void a_publication_waits_for_its_day() {
        ItemCode code = code("检验检测机构资质认定");
        UUID id = begin(code);
        change(id, Element.SUMMARY, "取用地表水、地下水前先取得许可。");
        editing.submit(writer, id, "改说明");
        editing.approve(reviewer, id, today().plusDays(2));

        DueDay.publish(editing);
        assertThat(catalogue.item(code).orElseThrow().version()).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        DueDay.publish(editing);

        assertThat(catalogue.item(code).orElseThrow().version()).isEqualTo(2);
        assertThat(editing.draft(writer, id).draft().stage()).isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void a_draft_that_cannot_be_read_does_not_keep_the_others_from_their_day() {
        UUID broken = begin(code("检验检测机构资质认定"));
        UUID sound = begin(code("劳务派遣经营许可"));
        for (UUID id : List.of(broken, sound)) {
            change(id, Element.SUMMARY, "换一句说明。");
            editing.submit(writer, id, "改说明");
            editing.approve(reviewer, id, today().plusDays(1));
        }
        String document = database.sql("select document::text from editing.draft where id = :id")
                .param("id", broken)
                .query(String.class)
                .single();
        document(broken, "[]");
        clock.advance(Duration.ofDays(1));

        DueDay.publish(editing);

        assertThat(editing.draft(writer, sound).draft().stage()).isEqualTo(Stage.PUBLISHED);
        document(broken, document);
        DueDay.publish(editing);
        assertThat(editing.draft(writer, broken).draft().stage()).isEqualTo(Stage.PUBLISHED);
    }

    private void document(UUID id, String document) {
        database.sql("update editing.draft set document = :document::jsonb where id = :id")
                .param("document", document)
                .param("id", id)
                .update();
    }

    @Test
    void what_the_base_item_has_come_to_forbid_meanwhile_goes_back_to_its_editors() {
        ItemCode code = code("林木采伐许可证核发");
        UUID id = begin(code);
        change(id, Element.SUMMARY, "采伐林木前先取得许可证。");
        editing.submit(writer, id, "改说明");
        editing.approve(reviewer, id, today().plusDays(1));
        BaseItem before = base.find(code.value().substring(19)).orElseThrow();
        Map<Element, BaseItem.Inherited> stricter = new EnumMap<>(before.elements());
        stricter.put(Element.STATUTORY_DAYS, new BaseItem.Inherited(Inheritance.SUBSET, EntryDocument.value(1)));
        base.publish(
                new BaseItem(before.code(), 1, before.type(), before.name(), before.division(), stricter),
                Publication.OF_THE_PROGRAM);

        clock.advance(Duration.ofDays(1));
        DueDay.publish(editing);

        assertThat(editing.draft(writer, id).draft().stage()).isEqualTo(Stage.EDITING);
        assertThat(catalogue.item(code).orElseThrow().summary()).isNotEqualTo("采伐林木前先取得许可证。");
        base.publish(before, Publication.OF_THE_PROGRAM);
    }

    @Test
    void two_editors_of_different_elements_do_not_hinder_each_other_and_of_the_same_are_told() {
        UUID id = begin(code("公章刻制业特种行业许可证核发"));
        EntryDraft seenByBoth = editing.draft(writer, id).draft();
        String seen = editing.fingerprint(seenByBoth, Set.of(Element.SUMMARY));

        assertThat(save(reviewer, id, Element.RESULT_SAMPLE, "样本", seenByBoth)).isInstanceOf(Saved.Here.class);
        assertThat(save(writer, id, Element.SUMMARY, "甲的说明", seenByBoth)).isInstanceOf(Saved.Here.class);
        Saved late = editing.save(
                reviewer,
                id,
                Set.of(Element.SUMMARY),
                seen,
                EntryDocument.of(seenByBoth.item())
                        .with(Element.SUMMARY, EntryDocument.value("乙的说明"))
                        .item());

        assertThat(late).isInstanceOfSatisfying(Saved.Elsewhere.class, elsewhere -> {
            assertThat(elsewhere.draft().item().summary()).isEqualTo("甲的说明");
            assertThat(elsewhere.name()).isEqualTo(writer.name());
        });
        assertThat(editing.draft(writer, id).draft().item().further().resultSample())
                .contains("样本");
    }

    @Test
    void a_new_entry_starts_with_what_is_inherited_and_known_of_the_body() {
        Body body = organisation.bodyNamed("竹岭县市场监督管理局").orElseThrow();
        StaffMember county = steward("竹岭县数据局");

        UUID id = editing.begin(county, "000100014000", body.uscc());

        EntryDraft draft = editing.draft(county, id).draft();
        assertThat(draft.item().code().value()).isEqualTo(body.uscc().value() + "4" + "000100014000");
        assertThat(draft.item().materials())
                .isEqualTo(YunxiBodies.item("食品经营许可").materials());
        assertThat(draft.item().consultationPhone()).isEqualTo(body.consultationPhone());
        assertThat(editing.findings(draft)).isEmpty();
        assertThat(editing.begin(county, "000100014000", body.uscc())).isEqualTo(id);
    }

    @Test
    void each_level_writes_its_own_and_looks_at_those_below() {
        StaffMember county = steward("竹岭县数据局");
        UUID citys = begin(code("食品生产许可"));
        Body countys = organisation.bodyNamed("竹岭县市场监督管理局").orElseThrow();
        UUID theirs = editing.begin(county, "000100015000", countys.uscc());

        assertRefused(() -> editing.draft(county, citys), "catalogue-not-your-division");
        assertRefused(() -> editing.beginFrom(county, code("食品生产许可"), 1), "catalogue-not-your-division");
        assertThat(editing.draft(writer, theirs).draft().id()).isEqualTo(theirs);
        assertRefused(() -> editing.submit(writer, theirs, "越级"), "catalogue-not-your-division");
        assertThat(editing.open(county))
                .extracting(Editing.Line::id)
                .contains(theirs)
                .doesNotContain(citys);
        assertThat(editing.open(writer)).extracting(Editing.Line::id).contains(theirs, citys);
    }

    @Test
    void one_goes_back_to_a_former_version_by_the_same_way() {
        ItemCode code = code("烟花爆竹道路运输许可");
        String former = catalogue.item(code).orElseThrow().summary();
        UUID first = begin(code);
        change(first, Element.SUMMARY, "改坏了。");
        editing.submit(writer, first, "改说明");
        editing.approve(reviewer, first, today());

        UUID back = editing.beginFrom(writer, code, 1);
        editing.submit(writer, back, "回到第 1 版");
        editing.approve(reviewer, back, today());

        ServiceItem item = catalogue.item(code).orElseThrow();
        assertThat(item.version()).isEqualTo(3);
        assertThat(item.summary()).isEqualTo(former);
        assertThat(catalogue.item(code, 2).summary()).isEqualTo("改坏了。");
    }

    @Test
    void what_is_under_review_is_not_changed_under_the_reviewers_eyes() {
        UUID id = begin(code("大型群众性活动安全许可"));
        change(id, Element.SUMMARY, "大型活动前先取得许可。");
        editing.submit(writer, id, "改说明");

        assertRefused(() -> change(id, Element.SUMMARY, "偷偷改。"), "editing-not-in-this-stage");
        EntryDraft back = editing.sendBack(reviewer, id, "说明太短");

        assertThat(back.stage()).isEqualTo(Stage.EDITING);
        assertThat(editing.draft(writer, id).steps().getFirst().note()).isEqualTo("说明太短");
    }

    private UUID begin(ItemCode code) {
        return editing.beginFrom(
                writer, code, catalogue.item(code).orElseThrow().version());
    }

    private void change(UUID id, Element element, String text) {
        assertThat(save(writer, id, element, text, editing.draft(writer, id).draft()))
                .isInstanceOf(Saved.Here.class);
    }

    private Saved save(StaffMember by, UUID id, Element element, String text, EntryDraft seen) {
        ServiceItem changed = EntryDocument.of(seen.item())
                .with(element, EntryDocument.value(text))
                .item();
        return editing.save(by, id, Set.of(element), editing.fingerprint(seen, Set.of(element)), changed);
    }

    private static ItemCode code(String name) {
        return YunxiBodies.item(name).code();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Page.ZONE);
    }

    private StaffMember steward(String body) {
        People.Someone someone = new People(identity).staff(organisation, body, Role.CATALOGUE);
        return organisation.staff(someone.id()).orElseThrow();
    }

    private static void assertRefused(Runnable command, String code) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
