package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedAspectTest {

    @ParameterizedTest
    @CsvSource({
        "办营业执照要带什么, MATERIALS, 办营业执照",
        "办护照需要什么材料？, MATERIALS, 办护照",
        "结婚登记都要准备哪些东西, MATERIALS, 结婚登记",
        "居住证材料清单, MATERIALS, 居住证",
        "请问补身份证要交啥, MATERIALS, 补身份证",
        "办护照多久能拿到, TIME, 办护照",
        "食品经营许可要等几天, TIME, 食品经营许可",
        "工伤认定什么时候能办好, TIME, 工伤认定",
        "取水许可办理时限, TIME, 取水许可",
        "办护照多少钱, FEE, 办护照",
        "补身份证要交多少钱？, FEE, 补身份证",
        "公证办理要收费吗, FEE, 公证办理",
        "结婚登记在哪办, PLACE, 结婚登记",
        "社保卡去哪里办理, PLACE, 社保卡",
        "公证处咨询电话, PLACE, 公证处",
        "低保在哪儿申请, PLACE, 低保",
        "办护照要跑几趟, VISITS, 办护照",
        "迁户口要去几次, VISITS, 迁户口",
        "办居住证要不要本人去, VISITS, 办居住证"
    })
    void what_is_asked_is_told_from_what_it_is_asked_of(String question, Aspect aspect, String item) {
        assertThat(AskedAspect.in(question)).contains(new AskedAspect(aspect, item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "要带什么", "多久", "多少钱", "在哪办", "要跑几趟", "办证要带什么材料", "办理需要多久", "我要去哪"})
    void a_question_of_no_item_is_not_answered(String question) {
        assertThat(AskedAspect.in(question)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"办护照", "开饭店", "我的身份证丢了", "孩子上学要办什么", "普通护照签发"})
    void what_asks_for_an_item_asks_for_no_aspect(String question) {
        assertThat(AskedAspect.in(question)).isEmpty();
    }
}
