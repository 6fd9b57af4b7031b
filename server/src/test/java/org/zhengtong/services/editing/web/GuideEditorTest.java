package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Question;
import org.zhengtong.testing.PageForm;

/** The frequent questions and the situation guide of an entry. */
class GuideEditorTest extends OpenDraft {
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
}
