package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Question;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;

/** The materials of an entry, as two stewards write them at the same time. */
class MaterialsEditorTest extends OpenDraft {
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
}
