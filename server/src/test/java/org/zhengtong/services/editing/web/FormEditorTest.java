package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;

/** The form of an entry, written question by question. */
class FormEditorTest extends OpenDraft {
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
        assertThat(editing.findings(editing.draft(steward(), id()).draft()))
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
}
