package org.zhengtong.services.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** One thing filled in on one form and filed once becomes a case for each of its items. */
@ZhengtongTest
class JointFilingTest {
    private static final byte[] PAPER =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, String> ALL_OF_IT = Map.of("licence", "no", "guests", "yes", "sign", "yes");

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Drafts drafts;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    CaseDesk desk;

    @Autowired
    JointCases joint;

    @Autowired
    FormCheck check;

    @Autowired
    TestClock clock;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final AnswerSamples samples = new AnswerSamples(new Random(seed));
    private People.Someone someone;
    private SignedIn me;
    private Party firm;

    @BeforeEach
    void somebodyWithAFirm() {
        someone = new People(identity).someone("周自横");
        me = new SignedIn(new UUID(0, 1), someone.id(), someone.name(), Optional.empty());
        firm = new Party.Firm(new People(identity).firmOf(someone.id(), "云溪自横餐饮有限公司"));
    }

    @Test
    void every_published_bundle_is_filed_with_one_submission() throws Exception {
        System.out.println("seed " + seed);
        for (Bundle bundle : catalogue.bundles()) {
            JointFile file = joint.open(filed(bundle.code(), Map.of()), someone.id());

            assertThat(file.name()).isEqualTo(bundle.name());
            assertThat(file.parts()).as(bundle.name()).isNotEmpty();
            assertThat(file.parts())
                    .as(bundle.name())
                    .allSatisfy(part -> assertThat(part.filed().isPresent())
                            .isEqualTo(part.waitsFor().isEmpty()));
        }
    }

    @Test
    void the_guide_leaves_items_and_their_questions_out() throws Exception {
        UUID takeaway = filed("B008", Map.of("licence", "no", "guests", "yes", "sign", "no"));

        assertThat(joint.open(takeaway, someone.id()).parts())
                .extracting(JointFile.Part::itemName)
                .contains("食品经营许可")
                .doesNotContain("设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批");
    }

    @Test
    void a_shops_licence_lets_the_food_permit_begin_by_itself_and_is_its_material() throws Exception {
        UUID id = filed("B008", ALL_OF_IT);
        JointFile file = joint.open(id, someone.id());
        JointFile.Part shop = part(file, "个体工商户设立登记");

        grant(shop);

        CaseFile licensed = cases.open(shop.filed().orElseThrow().id(), someone.id());
        JointFile after = joint.open(id, someone.id());
        CaseFile food = desk.open(part(after, "食品经营许可").filed().orElseThrow().id(), staff(part(after, "食品经营许可")));
        assertThat(food.materials())
                .filteredOn(HandedIn.ByLicence.class::isInstance)
                .extracting(one -> ((HandedIn.ByLicence) one).licence())
                .contains(licensed.licence().orElseThrow());
        assertThat(food.answers()).containsKey("firm_uscc");
        assertThat(check.check(catalogue.item(food.item()).orElseThrow().form(), new Answers(food.answers()), Map.of())
                        .findings())
                .as("seed %d", seed)
                .filteredOn(finding -> !finding.id().contains("number"))
                .isEmpty();
    }

    @Test
    void applicant_and_bodies_see_one_page_for_all_of_it() throws Exception {
        UUID id = filed("B008", ALL_OF_IT);
        JointFile file = joint.open(id, someone.id());
        Browser citizen = signedIn(someone);
        People.Someone fireman = new People(identity)
                .staff(organisation, part(file, "公众聚集场所投入使用、营业前消防安全检查").bodyName(), Role.ACCEPTANCE);
        Browser brigade = signedIn(fireman);

        assertThat(citizen.get("/my/joint/" + id).body())
                .contains("开办餐饮店", "4 项中已办成 0 项", "等“个体工商户设立登记”办成后自动开始")
                .doesNotContain("??");
        assertThat(citizen.get("/my/cases").body()).contains("/my/joint/" + id).doesNotContain("??");
        assertThat(brigade.get("/desk/joint/" + id).body()).contains("开办餐饮店").doesNotContain("??", "/desk/cases/");

        StaffMember registrar = staff(part(file, "个体工商户设立登记"));
        CaseId shop = part(file, "个体工商户设立登记").filed().orElseThrow().id();
        desk.act(shop, registrar, OptionalLong.empty(), new CaseCommand.Accept());
        desk.act(shop, registrar, OptionalLong.empty(), new CaseCommand.Review(false, "不符合条件"));
        desk.act(shop, registrar, OptionalLong.empty(), new CaseCommand.Refuse("经营场所不能用于经营"));
        assertThat(citizen.get("/my/joint/" + id).body())
                .contains("已全部办结", "“个体工商户设立登记”没有办成，这一项不能开始", "因此不能开始的：食品经营许可")
                .doesNotContain("??");
        HttpResponse<String> stranger =
                signedIn(new People(identity).someone("吴子涵")).get("/my/joint/" + id);
        assertThat(stranger.statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_holds_the_number_of_the_whole_and_knows_four_digits_sees_how_far_each_part_is() throws Exception {
        clock.advance(Duration.ofMinutes(10));
        JointFile file = joint.open(filed("B008", ALL_OF_IT), someone.id());
        String four = someone.number().value().substring(14);
        JointFile.Part shop = part(file, "个体工商户设立登记");
        desk.act(shop.filed().orElseThrow().id(), staff(shop), OptionalLong.empty(), new CaseCommand.Accept());
        Browser anyone = new Browser(port);

        HttpResponse<String> page = anyone.post("/progress", "receipt", file.receiptNumber(), "digits", four);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("开办餐饮店", "各事项进度", "已受理", "等待前一项", "周**", "整件事应当在", "日提交")
                .doesNotContain("??", "周自横", four + "\"");
        assertThat(anyone.send(HttpRequest.newBuilder(
                                        anyone.address("/api/v1/progress?receipt=" + file.receiptNumber()))
                                .header("Applicant-Digits", four))
                        .body())
                .contains("\"parts\":[", "\"stage\":\"WAITING\"", "\"filedOn\"")
                .doesNotContain("周自横");
        String wrong = four.equals("9999") ? "8888" : "9999";
        HttpResponse<String> digits = anyone.post("/progress", "receipt", file.receiptNumber(), "digits", wrong);
        HttpResponse<String> number = anyone.post("/progress", "receipt", "YX-0000-0000", "digits", four);
        assertThat(digits.statusCode()).isEqualTo(404);
        assertThat(number.body().replace("YX-0000-0000", file.receiptNumber())).isEqualTo(digits.body());
    }

    private Browser signedIn(People.Someone who) {
        Browser browser = new Browser(port);
        browser.signIn(who.phone(), People.PASSWORD);
        return browser;
    }

    private void grant(JointFile.Part part) {
        StaffMember everything = staff(part);
        CaseId id = part.filed().orElseThrow().id();
        desk.act(id, everything, OptionalLong.empty(), new CaseCommand.Accept());
        desk.act(id, everything, OptionalLong.empty(), new CaseCommand.Review(true, "符合条件"));
        desk.act(id, everything, OptionalLong.empty(), new CaseCommand.Grant(""));
    }

    private StaffMember staff(JointFile.Part part) {
        People.Someone one =
                new People(identity).staff(organisation, part.bodyName(), Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
        return organisation.staff(one.id()).orElseThrow();
    }

    private static JointFile.Part part(JointFile file, String name) {
        return file.parts().stream()
                .filter(part -> part.itemName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UUID filed(String bundle, Map<String, String> guide) throws Exception {
        UUID id = begun(bundle, guide);
        Draft draft = answered(id, guide);
        AtHand atHand = drafts.atHand(draft);
        Form form = draft.item().form();
        Map<String, String> bound = atHand.bound(form);
        Map<String, String> answers = new HashMap<>(Questionnaire.filled(
                form,
                section -> Math.max(1, section.repeat().orElseThrow().least()),
                asked -> bound.getOrDefault(asked.key(), samples.right(asked.field()))));
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            if (Questionnaire.question(form, answer.getKey())
                    .filter(asked -> asked.field().kind() == Form.Kind.FILE)
                    .isPresent()) {
                answer.setValue(paper().toString());
            }
        }
        answers.keySet().removeAll(bound.keySet());
        Map<String, List<UUID>> files = new LinkedHashMap<>();
        for (Checklist.Line line :
                Checklist.of(draft.item(), draft.situations(), atHand).lines()) {
            if (line.duty() instanceof Duty.Upload) {
                files.put(line.material().id(), List.of(paper()));
            }
        }
        drafts.replace(me, id, draft.version(), draft.situations(), answers, files, List.of());
        Filing.Outcome outcome = filing.submit(me, id, Channel.WEB);
        assertThat(outcome).as("%s, seed %d", bundle, seed).isInstanceOf(Filing.Outcome.FiledJointly.class);
        assertThat(filing.submit(me, id, Channel.WEB)).isInstanceOf(Filing.Outcome.FiledBefore.class);
        return ((Filing.Outcome.FiledJointly) outcome).receipt().id();
    }

    private UUID begun(String bundle, Map<String, String> guide) {
        Drafts.Start start = drafts.startJointly(me, bundle, Optional.of(new Party.Person(someone.id())), guide);
        if (!(start instanceof Drafts.Start.Begun)) {
            start = drafts.startJointly(me, bundle, Optional.of(firm), guide);
        }
        assertThat(start).as(bundle).isInstanceOf(Drafts.Start.Begun.class);
        return ((Drafts.Start.Begun) start).draft();
    }

    /** Other answers to the guide bring other questions, until all are answered. */
    private Draft answered(UUID id, Map<String, String> guide) {
        Draft draft = drafts.draft(me, id);
        while (!Checklist.openQuestions(draft.item(), draft.situations()).isEmpty()) {
            Map<String, String> situations = new HashMap<>(draft.situations());
            draft.item()
                    .situations()
                    .forEach(situation -> situations.putIfAbsent(
                            situation.id(),
                            guide.getOrDefault(
                                    situation.id().replace("guide.", ""),
                                    situation.answers().getLast().id())));
            draft = drafts.saveSituations(me, id, draft.version(), situations).draft();
        }
        return draft;
    }

    private UUID paper() throws Exception {
        return filing.keep(me, new ByteArrayInputStream(PAPER), "材料.pdf").id();
    }
}
