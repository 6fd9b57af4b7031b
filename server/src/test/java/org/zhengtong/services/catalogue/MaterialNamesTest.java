package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaterialNamesTest {
    @Test
    void one_paper_under_several_names_has_one_key() {
        for (List<String> same : List.of(
                List.of("居民身份证", "身份证", "身份证复印件", "申请人身份证（原件）", "本人居民身份证原件及复印件", "身 份 证"),
                List.of("营业执照", "企业营业执照副本", "法人营业执照复印件", "《营业执照》"),
                List.of("不动产权证书", "房产证", "房屋所有权证明"),
                List.of("户口本", "居民户口簿（首页和本人页）"))) {
            assertThat(same).extracting(MaterialNames::key).containsOnly(MaterialNames.key(same.getFirst()));
        }
    }

    @Test
    void papers_of_different_people_or_kinds_stay_apart() {
        assertThat(List.of("居民身份证", "监护人居民身份证", "双方居民身份证", "营业执照", "租赁合同", "劳动合同"))
                .extracting(MaterialNames::key)
                .doesNotHaveDuplicates();
        assertThat(MaterialNames.key("本人")).isEqualTo("本人");
    }
}
