package org.zhengtong.services.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Corrections;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.WindowFiling.Filed;
import org.zhengtong.services.filing.WindowSupplements;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.ShopFiling;

/** Those who come back to a window: with a correction, with a promised material, for several things at once. */
class WindowMattersTest extends AtTheWindow {
    @Autowired
    ShopFiling shops;

    @Autowired
    WindowSupplements supplements;

    @Autowired
    Corrections corrections;

    @Autowired
    JointCases joint;

    @Autowired
    Filing online;

    private Someone citizen;
    private StaffMember police;

    @BeforeEach
    void clerks() {
        citizen = people.someone("林青石");
        police = staff(POLICE, Role.ACCEPTANCE);
    }

    @Test
    void what_a_notice_asks_for_is_handed_in_and_signed_at_any_window() throws FileRefused {
        CaseFile file = shops.asked(shops.filed(citizen, true), clerk);
        UUID visit = serve(police);
        Browser window = browser(police);
        assertThat(window.get("/desk/window/visits/" + visit).body())
                .contains(file.receiptNumber(), "等本人补正", "在这里交")
                .doesNotContain("??");

        UUID id = visits.supplement(police, visit, file.id(), Optional.empty());
        String material = file.toCorrect().getLast().id();
        UUID scan = keep(id);
        Map<String, List<UUID>> scanned = Map.of(material, List.of(scan));
        Map<String, String> better = Map.of("form", shops.other(file));

        assertThat(window.get("/desk/supplements/" + id).body())
                .contains("写错了", "到场的申请人", "请重新拍照")
                .doesNotContain("??");
        assertThat(supplements.fill(police, id, Map.of(), Map.of()))
                .extracting(Finding::id)
                .containsExactlyInAnyOrder("form", material);
        assertThat(supplements.fill(police, id, better, scanned)).isEmpty();
        assertThat(window.get("/desk/supplements/" + id + "/check").body())
                .contains(better.get("form"), "打印清单")
                .doesNotContain("??");
        assertThat(window.get("/desk/supplements/" + id + "/sheet").body())
                .contains(better.get("form"), file.receiptNumber(), "补正清单")
                .doesNotContain("??");
        assertThat(window.get("/desk/supplements/" + id + "/sheet/pdf").statusCode())
                .isEqualTo(200);
        assertThat(supplements.submit(police, id))
                .extracting(Finding::key)
                .containsExactly("filing.supplement.not-signed");
        sign(id);
        supplements.fill(police, id, better, scanned);
        assertThat(supplements.submit(police, id))
                .as("changed after the signature")
                .extracting(Finding::key)
                .containsExactly("filing.window.signed-before");
        UUID signed = sign(id);
        assertThat(supplements.submit(police, id)).isEmpty();
        assertThat(supplements.submit(police, id)).as("a second click").isEmpty();

        CaseFile corrected = cases.open(file.id(), citizen.id());
        assertThat(corrected.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(corrected.answers()).containsAllEntriesOf(better);
        assertThat(corrected.materials())
                .contains(new HandedIn.Uploaded(HandedIn.SIGNED_SUPPLEMENT, signed))
                .contains(new HandedIn.Uploaded(material, scan));
        assertThat(corrected.step(StepKind.CORRECTED).orElseThrow())
                .matches(CaseReplay::isAtWindow)
                .matches(step -> step.actor().equals("person:" + citizen.id().value()));
        assertThat(browserOf(citizen).get("/my/cases/" + file.id().value()).body())
                .contains("申请人本人到窗口交来并签字", "补正、补交材料清单");
        assertThat(window.get("/desk/window/visits/" + visit).body())
                .contains("已经交来", file.receiptNumber())
                .doesNotContain("??", "等本人补正");
        assertThat(window.get("/desk/window/visits/" + visit + "/cases/"
                                + file.id().value() + "/receipt")
                        .body())
                .contains("已经交到主管部门")
                .doesNotContain("??");
    }

    @Test
    void a_promised_material_is_handed_in_at_the_window() throws FileRefused {
        CaseId id = shops.filed(citizen, false);
        desk.act(id, clerk, OptionalLong.empty(), new CaseCommand.Accept());
        String material =
                cases.open(id, citizen.id()).standing().awaited().getFirst().material();
        UUID visit = serve(police);
        assertThat(browser(police).get("/desk/window/visits/" + visit).body())
                .contains("补交", "value=\"" + material + "\"");

        UUID supplement = visits.supplement(police, visit, id, Optional.of(material));
        assertThat(browser(police).get("/desk/supplements/" + supplement).body())
                .contains("承诺后补", "到场的申请人")
                .doesNotContain("??");
        assertThat(supplements.fill(police, supplement, Map.of(), Map.of())).hasSize(1);
        UUID scan = keep(supplement);
        assertThat(supplements.fill(police, supplement, Map.of(), Map.of(material, List.of(scan))))
                .isEmpty();
        UUID signed = sign(supplement);
        assertThat(supplements.submit(police, supplement)).isEmpty();

        CaseFile supplied = cases.open(id, citizen.id());
        assertThat(supplied.standing().awaited())
                .noneMatch(one -> one.material().equals(material));
        assertThat(supplied.materials())
                .contains(
                        new HandedIn.Uploaded(material, scan),
                        new HandedIn.Uploaded(HandedIn.SIGNED_SUPPLEMENT, signed));
        assertThat(supplied.step(StepKind.SUPPLIED).orElseThrow()).matches(CaseReplay::isAtWindow);
    }

    @Test
    void the_clerks_hands_are_off_a_correction_when_the_visit_ends_and_what_was_filled_in_waits() throws FileRefused {
        CaseFile file = shops.asked(shops.filed(citizen, true), clerk);
        UUID visit = serve(police);
        UUID id = visits.supplement(police, visit, file.id(), Optional.empty());
        Map<String, String> better = Map.of("form", shops.other(file));
        supplements.fill(police, id, better, Map.of(file.toCorrect().getLast().id(), List.of(keep(id))));
        sign(id);

        assertThat(opens(() -> supplements.open(clerk, id))).as("a colleague").isFalse();
        visits.close(police, visit);
        assertThat(opens(() -> supplements.open(police, id))).isFalse();

        UUID again = serve(clerk);
        assertThat(visits.supplement(clerk, again, file.id(), Optional.empty())).isEqualTo(id);
        assertThat(supplements.open(clerk, id).answers()).containsAllEntriesOf(better);
        assertThat(supplements.open(clerk, id).isSigned())
                .as("signed for another clerk")
                .isFalse();
        SignedIn me = signedIn(citizen.id());
        UUID own = online.keep(me, new ByteArrayInputStream(PHOTO), "自己.png").id();
        String material = file.toCorrect().getLast().id();
        assertThat(corrections.correct(me, file.id(), better, Map.of(material, List.of(own))))
                .isEmpty();
        assertThat(cases.open(file.id(), citizen.id()).step(StepKind.CORRECTED).orElseThrow())
                .as("at home")
                .matches(step -> !CaseReplay.isAtWindow(step));
        assertThatThrownBy(() -> supplements.open(clerk, id))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("filing.nothing-to-correct"));
        Someone stranger = people.someone("周青石");
        UUID other = serve(police, stranger);
        assertThat(opens(() -> visits.supplement(police, other, file.id(), Optional.empty())))
                .as("not the person's case")
                .isFalse();
    }

    @Test
    void one_thing_is_filed_at_the_window_and_the_clerk_accepts_the_parts_of_their_own_body() throws FileRefused {
        UUID visit = serve(clerk);
        Browser window = browser(clerk);
        assertThat(window.get("/desk/window/visits/" + visit + "?q=开办餐饮店").body())
                .contains("一件事", "value=\"B008\"")
                .doesNotContain("??");
        UUID draft = begun(visits.startJointly(clerk, visit, "B008", Optional.empty()));
        fill(clerk, draft);

        assertThat(window.get("/drafts/" + draft + "/check").body())
                .contains("提交后当场受理")
                .doesNotContain("??");
        assertThat(filing.submit(clerk, draft, true)).isInstanceOf(Filed.NotReady.class);
        UUID signed = filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        Filed filed = filing.submit(clerk, draft, true);

        assertThat(filed).isInstanceOf(Filed.JointlyOnDisk.class);
        UUID id = ((Filed.JointlyOnDisk) filed).id();
        assertThat(((Filed.JointlyOnDisk) filing.submit(clerk, draft, true)).id())
                .as("a second click")
                .isEqualTo(id);
        JointFile.Part shop = part(joint.open(id, citizen.id()), "个体工商户设立登记");
        assertThat(shop.filed().orElseThrow().state()).isEqualTo(CaseState.ACCEPTED);
        String here = "/desk/window/visits/" + visit;
        assertThat(window.get(here + "/joint/" + id).body())
                .contains("收件凭证", "办成后自动开始")
                .doesNotContain("??");

        decide(shop.filed().orElseThrow().id());
        JointFile file = joint.open(id, citizen.id());
        JointFile.Part fire = part(file, "公众聚集场所投入使用、营业前消防安全检查");
        assertThat(fire.filed().orElseThrow().state()).isEqualTo(CaseState.SUBMITTED);
        CaseFile theirs = cases.open(fire.filed().orElseThrow().id(), citizen.id());
        assertThat(theirs.channel()).isEqualTo(Channel.WINDOW);
        assertThat(theirs.materials()).contains(new HandedIn.Uploaded(HandedIn.SIGNED_APPLICATION, signed));

        assertThat(window.get(here).body())
                .contains("已经提交", shop.itemName(), fire.itemName(), here + "/joint/" + id)
                .doesNotContain("??");
        assertThat(window.get(here + "/joint/" + id).body())
                .contains(file.receiptNumber(), fire.filed().orElseThrow().receiptNumber())
                .doesNotContain("??");
        assertThat(window.get(here + "/cases/" + theirs.id().value() + "/receipt")
                        .body())
                .contains(theirs.receiptNumber())
                .doesNotContain("当场受理");
        assertThat(window.get("/drafts/" + draft).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/joint/" + id));
        UUID stranger = serve(police, people.someone("周青石"));
        assertThat(opens(() -> visits.goOn(police, stranger, draft))).isFalse();
        assertThat(browser(police)
                        .get("/desk/window/visits/" + stranger + "/joint/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_part_of_another_body_is_not_accepted_at_this_window() throws FileRefused {
        UUID visit = serve(police);
        UUID draft = begun(visits.startJointly(police, visit, "B008", Optional.empty()));
        fill(police, draft);
        assertThat(browser(police).get("/drafts/" + draft + "/check").body())
                .contains("签字、扫描、提交")
                .doesNotContain("提交后当场受理", "??");
        filing.sign(police, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        UUID id = ((Filed.JointlyOnDisk) filing.submit(police, draft, true)).id();

        JointFile.Part shop = part(joint.open(id, citizen.id()), "个体工商户设立登记");
        assertThat(shop.filed().orElseThrow().state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(browser(police)
                        .get("/desk/window/visits/" + visit + "/joint/" + id)
                        .body())
                .contains(shop.filed().orElseThrow().receiptNumber())
                .doesNotContain("/acceptance", "??");
    }

    private void decide(CaseId id) {
        desk.act(id, staff(REGULATOR, Role.REVIEW), OptionalLong.empty(), new CaseCommand.Review(true, "材料齐全。"));
        desk.act(id, staff(REGULATOR, Role.DECISION), OptionalLong.empty(), new CaseCommand.Grant(""));
    }

    private static JointFile.Part part(JointFile file, String name) {
        return file.parts().stream()
                .filter(part -> part.itemName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void fill(StaffMember by, UUID id) throws FileRefused {
        SignedIn me = signedIn(by.person());
        Map<String, String> guide = Map.of("guide.licence", "no", "guide.guests", "yes", "guide.sign", "yes");
        Draft draft = drafts.draft(me, id);
        while (!Checklist.openQuestions(draft.item(), draft.situations()).isEmpty()) {
            Map<String, String> situations = new HashMap<>(draft.situations());
            draft.item()
                    .situations()
                    .forEach(one -> situations.putIfAbsent(
                            one.id(),
                            guide.getOrDefault(one.id(), one.answers().getLast().id())));
            draft = drafts.saveSituations(me, id, draft.version(), situations).draft();
        }
        AtHand atHand = drafts.atHand(draft);
        Form form = draft.item().form();
        Map<String, String> bound = atHand.bound(form);
        AnswerSamples samples = new AnswerSamples(new Random(11));
        Map<String, String> answers = new HashMap<>(Questionnaire.filled(
                form,
                section -> Math.max(1, section.repeat().orElseThrow().least()),
                asked -> bound.getOrDefault(asked.key(), samples.right(asked.field()))));
        UUID paper =
                drafts.keep(me, id, new ByteArrayInputStream(PHOTO), "材料.png").id();
        answers.replaceAll((key, answer) -> Questionnaire.question(form, key)
                        .filter(asked -> asked.field().kind() == Form.Kind.FILE)
                        .isPresent()
                ? paper.toString()
                : answer);
        answers.keySet().removeAll(bound.keySet());
        Map<String, List<UUID>> files = Checklist.of(draft.item(), draft.situations(), atHand).lines().stream()
                .filter(line -> line.duty() instanceof Checklist.Duty.Upload)
                .collect(Collectors.toMap(line -> line.material().id(), _ -> List.of(paper)));
        assertThat(drafts.replace(me, id, draft.version(), draft.situations(), answers, files, List.of()))
                .isInstanceOf(Drafts.Saved.Here.class);
    }

    private UUID keep(UUID supplement) throws FileRefused {
        return supplements.keep(police, supplement, new ByteArrayInputStream(PHOTO), "扫描.png");
    }

    private UUID sign(UUID supplement) throws FileRefused {
        return supplements.sign(police, supplement, new ByteArrayInputStream(PHOTO), "签字.png");
    }

    private UUID serve(StaffMember at) {
        return serve(at, citizen);
    }
}
