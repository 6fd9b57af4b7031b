package org.zhengtong.services.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.ground.paper.VerificationCode;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Wording.Fault;

class WordingTest {
    private static final String REFUSAL = "关于“{事项名称}”。\n理由：{理由}\n# 救济\n{救济途径}";

    @Test
    void a_refusal_without_reason_or_remedies_is_refused() {
        assertThat(faults(DocumentKind.REFUSAL_DECISION, REFUSAL)).isEmpty();
        assertThat(faults(DocumentKind.REFUSAL_DECISION, REFUSAL.replace("理由：{理由}\n", "")))
                .containsExactly(Fault.REQUIRED);
        assertThat(Wording.typed("决定", REFUSAL.replace("{救济途径}", "")).check(DocumentKind.REFUSAL_DECISION))
                .containsExactly(new Wording.Finding(Fault.REQUIRED, "救济途径"));
    }

    @ParameterizedTest
    @CsvSource({
        "{天气},UNKNOWN",
        "{ },UNKNOWN",
        "{理由,UNCLOSED",
        "理由},UNCLOSED",
        "{{理由}},UNCLOSED",
        "{补正内容},NOT_HERE",
        "x\u0007x,UNPRINTABLE",
        "x\u202ex,UNPRINTABLE"
    })
    void what_cannot_be_filled_in_is_named_with_its_line(String line, Fault fault) {
        List<Wording.Finding> findings =
                Wording.typed("决定", REFUSAL + "\n" + line).check(DocumentKind.REFUSAL_DECISION);

        assertThat(findings).extracting(Wording.Finding::fault).containsExactly(fault);
        assertThat(findings.getFirst().values()).contains(5);
    }

    @Test
    void a_list_stands_alone_on_its_line() {
        String text = "{事项名称}，{补正期限}前补正：{补正内容}";

        assertThat(faults(DocumentKind.CORRECTION_NOTICE, text)).containsExactly(Fault.NOT_ALONE);
        assertThat(faults(DocumentKind.CORRECTION_NOTICE, text.replace("：{", "：\n {")))
                .isEmpty();
    }

    @Test
    void title_and_text_are_there_and_not_endless() {
        assertThat(Wording.typed(" ", "").check(DocumentKind.GRANT_DECISION))
                .extracting(Wording.Finding::fault)
                .containsExactly(Fault.TITLE_MISSING, Fault.TEXT_MISSING);
        assertThat(Wording.typed("长".repeat(41), "{申请人}{事项名称}" + "长".repeat(5000))
                        .check(DocumentKind.GRANT_DECISION))
                .extracting(Wording.Finding::fault)
                .containsExactly(Fault.TITLE_TOO_LONG, Fault.TEXT_TOO_LONG);
        assertThat(Wording.typed("{申请人}", "{申请人}{事项名称}").check(DocumentKind.GRANT_DECISION))
                .extracting(Wording.Finding::fault)
                .containsExactly(Fault.TITLE_WITH_BRACES);
    }

    @Test
    void what_is_filled_in_is_never_read_as_a_placeholder_and_lines_with_nothing_to_say_are_left_out() {
        Wording wording = Wording.typed("决定", "{申请人}：\r\n说明：{说明}\r\n\r\n# 二、{事项名称}\r\n{收到材料}");

        InstrumentText text = wording.fill(Map.of(
                Placeholder.APPLICANT, List.of("{理由} $1 \\"),
                Placeholder.ITEM, List.of("许可"),
                Placeholder.HANDED_IN, List.of("甲", "乙")));

        assertThat(text.blocks())
                .containsExactly(
                        new InstrumentText.Paragraph("{理由} $1 \\："),
                        new InstrumentText.Heading("二、许可"),
                        new InstrumentText.Points(List.of("甲", "乙")));
        assertThat(text.plain()).isEqualTo("决定\n{理由} $1 \\：\n二、许可\n甲\n乙");
    }

    @Test
    void a_list_with_nothing_in_it_takes_along_the_line_that_leads_in_to_it() {
        Wording wording = Wording.typed("决定", "已受理。\n下列材料后补：\n{容缺材料}\n请留意。");

        assertThat(wording.fill(Map.of()).plain()).isEqualTo("决定\n已受理。\n请留意。");
        assertThat(wording.fill(Map.of(Placeholder.DEFERRED, List.of("制度"))).plain())
                .isEqualTo("决定\n已受理。\n下列材料后补：\n制度\n请留意。");
    }

    @Test
    void every_kind_requires_only_what_it_knows() {
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(Slots.of(kind).known())
                    .as(kind.name())
                    .containsAll(Slots.of(kind).required());
        }
    }

    @Test
    void a_code_is_read_as_people_write_it() {
        assertThat(VerificationCode.parse(" ７f3k 22m9–qxw4_kd8a "))
                .contains(new VerificationCode("7F3K-22M9-QXW4-KD8A"));
        assertThat(VerificationCode.parse("7F3K-22M9-QXW4-KD8I")).isEmpty();
        assertThat(VerificationCode.parse("")).isEmpty();
    }

    private static List<Fault> faults(DocumentKind kind, String text) {
        return Wording.typed("决定", text).check(kind).stream()
                .map(Wording.Finding::fault)
                .toList();
    }
}
