package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.Question;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** Writing the lists of an entry, as two stewards do it at the same time. */
@ZhengtongTest
class EditorsOfListsTest {
    private static final String FREE = "医师执业注册";
    private static final String BOUND = "公共场所卫生许可";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    BaseCatalogue base;

    @Autowired
    Editing editing;

    private Browser writer;
    private Browser second;
    private StaffMember steward;
    private String draft = "";

    @BeforeEach
    void twoStewards() {
        People.Someone someone = new People(identity).staff(organisation, "云溪市数据局", Role.CATALOGUE);
        steward = organisation.staff(someone.id()).orElseThrow();
        writer = new Browser(port);
        writer.signIn(someone.phone(), People.PASSWORD);
        second = staff("云溪市数据局", Role.CATALOGUE);
    }

    @AfterEach
    void nothingLeftOpen() {
        if (!draft.isEmpty()) {
            writer.post(draft + "/discard");
        }
    }

    @Test
    void a_material_is_added_changed_moved_and_taken_out_and_keeps_its_id() {
        freeMaterials();
        begin(FREE);
        String list = draft + "/parts/materials";
        int before = item().materials().size();

        HttpResponse<String> added =
                member(list, "new").with("name", "执业承诺书").with("copies", "2 份").send(writer);

        assertThat(Browser.location(added)).isEqualTo(list + "?done=saved");
        Material material = item().materials().getLast();
        assertThat(material.name()).isEqualTo("执业承诺书");
        assertThat(material.copies()).isEqualTo("2 份");
        assertThat(material.id()).matches("m[0-9]+");
        assertThat(writer.get(list + "?done=saved").body())
                .contains("执业承诺书", "已保存。", draft + "/preview")
                .doesNotContain("??");

        String page = list + "/" + material.id();
        member(list, material.id())
                .with("requirement", "MAY_FOLLOW")
                .with("licenceType", "医师资格证书")
                .send(writer);
        send(list, page + "/move", "way", "up");

        assertThat(item().materials().get(before - 1).id()).isEqualTo(material.id());
        assertThat(item().materials().get(before - 1).requirement()).isEqualTo(Material.Requirement.MAY_FOLLOW);
        assertThat(item().materials().get(before - 1).licenceType()).contains("医师资格证书");

        PageForm.of(writer.get(page).body(), page + "/remove").send(writer);

        assertThat(item().materials()).hasSize(before).noneMatch(one -> one.id().equals(material.id()));
        assertThat(writer.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void what_a_material_lacks_is_said_and_stays_as_typed() {
        freeMaterials();
        begin(FREE);
        String list = draft + "/parts/materials";
        String taken = item().materials().getFirst().name();

        assertThat(refused(member(list, "new").with("name", "").with("copies", "三份")))
                .contains("请填写名称", "value=\"三份\"", "<title>错误:");
        assertThat(refused(member(list, "new").with("name", taken))).contains("已经有一个同样的了");
        assertThat(refused(member(list, "new").with("name", "证\u202e明"))).contains("看不见的字符");
        assertThat(refused(member(list, "new").with("name", "长".repeat(121)))).contains("最多 120 个字");
        assertThat(refused(member(list, "new").with("name", "体检报告").with("source", "OTHER")))
                .contains("请写明由哪个单位出具");
        assertThat(refused(member(list, "new").with("name", "体检报告").with("source", "NOBODY")))
                .contains("请从列出的选项里选");
        assertThat(item().materials()).noneMatch(one -> one.name().equals("体检报告"));
        assertThat(writer.post(list + "/unknown", "name", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void only_what_the_base_item_has_may_be_taken() {
        begin(BOUND);
        String list = draft + "/parts/materials";
        Material last = item().materials().getLast();
        String page = list + "/" + last.id();
        assertThat(refused(member(list, "new").with("name", "房产证原件"))).contains("上级的清单里没有这一项材料");

        PageForm.of(writer.get(page).body(), page + "/remove").send(writer);

        assertThat(writer.get(list).body()).contains("只能从上级的清单里选取", last.name());
        PageForm take = PageForm.of(writer.get(list).body(), list + "/take");
        take.with("name", last.name()).send(writer);
        assertThat(item().materials().getLast().name()).isEqualTo(last.name());
        assertThat(item().materials().getLast().issuingBody()).isEqualTo(last.issuingBody());
    }

    @Test
    void the_second_editor_is_shown_what_the_first_made_of_it_and_loses_nothing() {
        freeMaterials();
        begin(FREE);
        String list = draft + "/parts/materials";
        String page = list + "/" + item().materials().getFirst().id();
        PageForm late = PageForm.of(second.get(page).body(), page);
        PageForm.of(writer.get(page).body(), page).with("copies", "甲写的 3 份").send(writer);
        member(list, "new").with("name", "执业承诺书").send(writer);

        HttpResponse<String> answer = late.with("copies", "乙写的 4 份").send(second);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("刚刚也改了这一页", "甲写的 3 份", "value=\"乙写的 4 份\"");
        assertThat(item().materials().getFirst().copies()).isEqualTo("甲写的 3 份");

        PageForm.of(answer.body(), page).send(second);

        assertThat(item().materials().getFirst().copies()).isEqualTo("乙写的 4 份");
        assertThat(item().materials()).anyMatch(one -> one.name().equals("执业承诺书"));
    }

    @Test
    void an_order_changed_meanwhile_is_shown_instead_of_changed_again() {
        begin(BOUND);
        String list = draft + "/parts/questions";
        String body = second.get(list).body();
        send(list, list + "/1/move", "way", "down");
        List<Question> moved = item().questions();

        HttpResponse<String> late =
                PageForm.of(body, list + "/1/move").with("way", "down").send(second);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("您刚才的操作还没有做");
        assertThat(item().questions()).isEqualTo(moved);
    }

    @Test
    void a_frequent_question_is_added_changed_moved_and_taken_out() {
        begin(BOUND);
        String list = draft + "/parts/questions";
        int before = item().questions().size();
        assertThat(refused(member(list, "new").with("question", "要多久?"))).contains("请填写答案");

        member(list, "new")
                .with("question", "理发店要办吗?")
                .with("answer", "要办。\n带上方案。")
                .send(writer);
        send(list, list + "/" + (before + 1) + "/move", "way", "up");
        assertThat(item().questions().get(before - 1)).isEqualTo(new Question("理发店要办吗?", "要办。\n带上方案。"));

        String page = list + "/" + before;
        member(list, String.valueOf(before)).with("answer", "要办。").send(writer);
        assertThat(item().questions().get(before - 1).answer()).isEqualTo("要办。");
        PageForm.of(writer.get(page).body(), page + "/remove").send(writer);
        assertThat(item().questions()).hasSize(before);
    }

    @Test
    void a_question_of_the_guide_spares_materials_and_leads_to_handling_items() {
        begin(BOUND);
        String guide = draft + "/parts/guide";
        Material spared = item().materials().getLast();
        assertThat(refused(member(guide + "/situations", "new").with("question", "哪种店?")))
                .contains("请至少写两个答案");

        member(guide + "/situations", "new")
                .with("question", "哪种店?")
                .with("answer-a1", "理发店")
                .with("spares-a1", spared.id())
                .with("answer-a2", "旅馆")
                .send(writer);

        var situation = item().situations().getLast();
        assertThat(situation.answers()).hasSize(2);
        assertThat(situation.answers().getFirst().without()).containsExactly(spared.id());
        member(guide + "/handling", "new")
                .with("name", "公共场所卫生许可（理发店）")
                .with("when-" + situation.id(), "a1")
                .send(writer);
        assertThat(item().handlingItems())
                .contains(new HandlingItem("01", "公共场所卫生许可（理发店）", Map.of(situation.id(), "a1")));
        assertThat(writer.get(guide + "?try-" + situation.id() + "=a1").body())
                .contains(
                        "公共场所卫生许可（理发店）",
                        "<del>" + spared.name() + "</del>",
                        item().code().value() + "01")
                .doesNotContain("??");

        String material = draft + "/parts/materials/" + spared.id();
        PageForm.of(writer.get(material).body(), material + "/remove").send(writer);
        assertThat(item().situations().getLast().answers().getFirst().without()).isEmpty();

        String page = guide + "/situations/" + situation.id();
        assertThat(writer.get(page).body()).contains("这些业务办理项按它的答案划分");
        PageForm.of(writer.get(page).body(), page + "/remove").send(writer);
        assertThat(writer.get(guide).body()).contains("引用的内容存在");
    }

    @Test
    void a_form_is_written_question_by_question() {
        begin(BOUND);
        String form = draft + "/parts/form";
        HttpResponse<String> section =
                member(form + "/sections", "new").with("title", "卫生设施").send(writer);
        assertThat(Browser.location(section)).isEqualTo(form + "/fields/new?section=wei_sheng_she_shi");
        assertThat(writer.get(form).body()).contains("这一页还没有问题");

        newField("wei_sheng_she_shi")
                .with("label", "有没有淋浴")
                .with("kind", "CHOICE")
                .with("options", "有\n没有")
                .send(writer);
        newField("wei_sheng_she_shi")
                .with("label", "淋浴间数")
                .with("id", "showers")
                .with("kind", "NUMBER")
                .with("when", "you_mei_you_lin_yu=有")
                .with("numberLeast", "1")
                .with("numberMost", "50")
                .with("whole", "true")
                .send(writer);

        Form.Field showers = item().form().field("showers").orElseThrow();
        assertThat(showers.shownWhen()).contains(new Form.Condition("you_mei_you_lin_yu", "有"));
        assertThat(showers.checks()).hasSize(2);

        send(form, form + "/fields/showers/copy");
        assertThat(item().form().section("wei_sheng_she_shi").orElseThrow().fields())
                .extracting(Form.Field::id)
                .containsExactly("you_mei_you_lin_yu", "showers", "showers_2");
        send(form, form + "/fields/showers_2/move", "way", "up");
        send(form, form + "/fields/showers/move", "way", "up");
        send(form, form + "/fields/showers/move", "way", "up");
        assertThat(writer.get(form).body()).contains("排在后面，请把它移到前面");

        String choice = form + "/fields/you_mei_you_lin_yu";
        PageForm.of(writer.get(choice).body(), choice + "/remove").send(writer);
        assertThat(writer.get(form).body()).contains("看的问题“you_mei_you_lin_yu”不存在", "表单");
        assertThat(editing.findings(editing.draft(steward, id()).draft()))
                .anyMatch(finding -> finding.element().equals("form"));
    }

    @Test
    void what_makes_a_question_unfit_is_said_beside_it_and_not_saved() {
        begin(BOUND);
        String section = item().form().sections().getFirst().id();
        Form before = item().form();

        assertThat(refused(newField(section).with("label", ""))).contains("请填写问题");
        assertThat(refused(newField(section).with("label", "甲").with("when", "ghost=是")))
                .contains("看的问题“ghost”不存在", "已经没有的问题（ghost）");
        assertThat(refused(newField(section)
                        .with("label", "甲")
                        .with("kind", "CHOICE")
                        .with("options", "大\n小\n大")))
                .contains("选项“大”写了两次");
        assertThat(refused(newField(section).with("label", "甲").with("kind", "CHOICE")))
                .contains("选择题要有选项");
        assertThat(refused(newField(section)
                        .with("label", "甲")
                        .with("pattern", "[A-Z")
                        .with("sentence", "请填写一个字母")))
                .contains("格式", "value=\"[A-Z\"");
        assertThat(refused(newField(section).with("label", "甲").with("id", "Not simple")))
                .contains("系统名称“Not simple”不能用");
        assertThat(refused(newField(section).with("label", "甲").with("whole", "true")))
                .contains("这项检查不适合这种答案");
        assertThat(refused(newField(section).with("label", "甲").with("dateEarliest", "明天")))
                .contains("请按“年-月-日”填写");
        assertThat(refused(newField(section).with("label", "甲").with("prefill", "profile:SHOE_SIZE")))
                .contains("请从列出的选项里选");
        assertThat(refused(newField(section)
                        .with("label", "甲")
                        .with("id", before.fields().getFirst().id())))
                .contains("已经用过");
        assertThat(item().form()).isEqualTo(before);
    }

    @Test
    void a_ready_made_page_is_put_in_once_and_a_page_can_be_repeated() {
        begin(FREE);
        String form = draft + "/parts/form";
        PageForm block = PageForm.of(writer.get(form).body(), form + "/blocks").with("block", "BANK");
        if (item().form().section("account").isEmpty()) {
            assertThat(Browser.location(block.send(writer))).isEqualTo(form + "?done=inserted");
        }
        assertThat(item().form().field("bank_account")).isPresent();

        HttpResponse<String> again = PageForm.of(writer.get(form).body(), form + "/blocks")
                .with("block", "BANK")
                .send(writer);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("已经有同样名称的问题");

        assertThat(refused(member(form + "/sections", "new")
                        .with("title", "同住的人")
                        .with("repeated", "true")
                        .with("each", "家庭成员")
                        .with("least", "5")
                        .with("most", "2")))
                .contains("最少不能多于最多");
        member(form + "/sections", "new")
                .with("title", "同住的人")
                .with("repeated", "true")
                .with("each", "家庭成员")
                .with("least", "1")
                .with("most", "9")
                .send(writer);
        assertThat(item().form().section("tong_zhu_de_ren").orElseThrow().repeat())
                .contains(new Form.Repeat("家庭成员", 1, 9));
        send(form, form + "/sections/tong_zhu_de_ren/move", "way", "up");
        String page = form + "/sections/tong_zhu_de_ren";
        PageForm.of(writer.get(page).body(), page + "/remove").send(writer);
        assertThat(item().form().section("tong_zhu_de_ren")).isEmpty();
    }

    @Test
    void the_preview_shows_the_draft_as_others_will_see_it() {
        begin(BOUND);
        member(draft + "/parts/questions", "new")
                .with("question", "只在草稿里的问题?")
                .with("answer", "是的。")
                .send(writer);

        HttpResponse<String> frame = writer.get(draft + "/preview?as=kiosk");
        HttpResponse<String> page = writer.get(draft + "/preview/kiosk");

        assertThat(frame.body()).contains("src=\"" + draft + "/preview/kiosk\"").doesNotContain("??");
        assertThat(policy(frame)).contains("frame-src 'self'", "frame-ancestors 'none'");
        assertThat(page.body())
                .contains("这是草稿的预览", "只在草稿里的问题?", draft + "/preview/kiosk/form")
                .doesNotContain("/start\"", "??");
        assertThat(policy(page)).contains("frame-ancestors 'self'").doesNotContain("frame-src");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        for (Form.Section section : item().form().sections()) {
            assertThat(writer.get(draft + "/preview/phone/form/" + section.id()).body())
                    .contains(section.fields().getFirst().label())
                    .doesNotContain("??");
        }
        assertThat(writer.get(draft + "/preview/paper").body())
                .contains("申请表", "申请人签名")
                .doesNotContain("??");
        assertThat(policy(writer.get("/items")))
                .contains("frame-ancestors 'none'")
                .doesNotContain("frame-src");
        assertThat(policy(writer.get(draft))).contains("frame-ancestors 'none'").doesNotContain("frame-src");
        assertThat(new Browser(port).get("/items/" + item().code()).body()).doesNotContain("只在草稿里的问题?");
    }

    @Test
    void nobody_but_the_stewards_of_the_division_comes_near() {
        begin(BOUND);
        Browser clerk = staff("云溪市卫生健康委员会", Role.ACCEPTANCE);
        Browser county = staff("竹岭县数据局", Role.CATALOGUE);
        Browser citizen = new Browser(port);
        citizen.signIn(new People(identity).someone("李市民").phone(), People.PASSWORD);
        List<String> pages = List.of(
                "/parts/materials",
                "/parts/materials/new",
                "/parts/guide",
                "/parts/guide/situations/new",
                "/parts/guide/handling/new",
                "/parts/form",
                "/parts/form/sections/new",
                "/parts/form/fields/new",
                "/parts/questions",
                "/parts/questions/new",
                "/preview",
                "/preview/phone",
                "/preview/phone/form",
                "/preview/paper");

        for (Browser other : new Browser[] {clerk, county, citizen}) {
            for (String page : pages) {
                assertThat(other.get(draft + page).statusCode()).as(page).isEqualTo(403);
            }
            assertThat(other.post(draft + "/parts/questions/new", "question", "甲?", "answer", "乙。")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.post(draft + "/parts/form/blocks", "block", "BANK").statusCode())
                    .isEqualTo(403);
            assertThat(other.post(draft + "/parts/materials/m1/remove").statusCode())
                    .isEqualTo(403);
        }
        assertThat(Browser.location(new Browser(port).get(draft + "/parts/form")))
                .startsWith("/sign-in");
    }

    @Test
    void what_waits_for_review_is_looked_at_but_not_changed() {
        begin(BOUND);
        member(draft + "/parts/questions", "new")
                .with("question", "旅馆要办吗?")
                .with("answer", "要办。")
                .send(writer);
        writer.post(draft + "/submit", "reason", "多一个问题");

        assertThat(second.get(draft + "/parts/questions").body())
                .contains("现在只能看")
                .doesNotContain("/move");
        assertThat(second.get(draft + "/parts/materials/m1").body()).contains("disabled");
        assertThat(second.post(draft + "/parts/questions/new", "question", "甲?", "answer", "乙。")
                        .statusCode())
                .isEqualTo(409);
        writer.post(draft + "/take-back");
    }

    /** A base item that leaves the materials to those who implement it. */
    private void freeMaterials() {
        BaseItem kept = base.find(YunxiBodies.item(FREE).baseCode()).orElseThrow();
        Map<Element, BaseItem.Inherited> elements = new EnumMap<>(Element.class);
        elements.putAll(kept.elements());
        if (elements.remove(Element.MATERIALS) != null) {
            base.publish(
                    new BaseItem(kept.code(), kept.version(), kept.type(), kept.name(), kept.division(), elements),
                    Publication.OF_THE_PROGRAM);
        }
    }

    private void begin(String name) {
        ItemCode code = YunxiBodies.item(name).code();
        int version = catalogue.item(code).orElseThrow().version();
        draft = Browser.location(
                writer.post("/desk/entries/from", "code", code.value(), "version", String.valueOf(version)));
    }

    private ServiceItem item() {
        return editing.draft(steward, id()).draft().item();
    }

    private UUID id() {
        return UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    }

    private PageForm member(String list, String id) {
        String page = list + "/" + id;
        return PageForm.of(writer.get(page).body(), page);
    }

    private PageForm newField(String section) {
        String page = draft + "/parts/form/fields/new";
        return PageForm.of(writer.get(page + "?section=" + section).body(), page);
    }

    /** Presses one of the small buttons of a list. */
    private void send(String list, String action, String... choice) {
        PageForm form = PageForm.of(writer.get(list).body(), action);
        if (choice.length > 0) {
            form.with(choice[0], choice[1]);
        }
        assertThat(form.send(writer).statusCode()).isEqualTo(302);
    }

    private String refused(PageForm form) {
        HttpResponse<String> answer = form.send(writer);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private static String policy(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    private Browser staff(String body, Role role) {
        People.Someone someone = new People(identity).staff(organisation, body, role);
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
