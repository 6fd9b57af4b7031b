package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.Stage;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;

/** A draft as others will see it, beside the editor and by itself. */
class PreviewTest extends OpenDraft {
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
    void what_is_typed_is_seen_beside_the_editor_before_it_is_saved() {
        begin(BOUND);
        String editor = draft + "/parts/questions/new";
        HttpResponse<String> page = writer.get(editor);
        ServiceItem before = item();

        assertThat(page.body())
                .contains("src=\"" + draft + "/preview/beside/questions/new\"")
                .doesNotContain("??");
        assertThat(policy(page)).contains("frame-src 'self'", "frame-ancestors 'none'");
        HttpResponse<String> tried = PageForm.of(page.body(), editor)
                .with("question", "还没有存的问题?")
                .with("answer", "是的。")
                .sendTo(draft + "/preview/beside/questions/new", writer);

        assertThat(tried.body()).contains("还没有存的问题?", "这是草稿的预览").doesNotContain("??");
        assertThat(policy(tried)).contains("frame-ancestors 'self'");
        assertThat(item()).isEqualTo(before);
        assertThat(writer.get(draft).body()).doesNotContain("还没有存的问题?");
    }

    @Test
    void beside_a_question_of_the_form_stands_its_page_with_the_question_as_it_is_typed() {
        begin(BOUND);
        Form.Section section = item().form().sections().getLast();
        Form.Field field = section.fields().getFirst();
        String editor = draft + "/parts/form/fields/" + field.id();
        String beside = draft + "/preview/beside/form/fields/" + field.id();

        assertThat(writer.get(beside).body()).contains("<h1>" + section.title(), field.label());
        assertThat(PageForm.of(writer.get(editor).body(), editor)
                        .with("label", "换了一种问法")
                        .sendTo(beside, writer)
                        .body())
                .contains("<h1>" + section.title(), "换了一种问法")
                .doesNotContain(">" + field.label() + "<");
        assertThat(PageForm.of(writer.get(editor).body(), editor)
                        .with("label", "")
                        .sendTo(beside, writer)
                        .body())
                .contains("有的内容还保存不了", field.label());
    }

    @Test
    void nothing_is_tried_but_pages_of_the_editor_by_those_who_may_write() {
        begin(BOUND);
        String other = draft + "/preview/beside/../../submit";

        assertThat(writer.post(other, "reason", "试试").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(staff("竹岭县数据局", Role.CATALOGUE)
                        .post(draft + "/preview/beside/questions/new", "question", "甲?", "answer", "乙。")
                        .statusCode())
                .isEqualTo(403);
        assertThat(editing.draft(steward(), id()).draft().stage()).isEqualTo(Stage.EDITING);
    }
}
