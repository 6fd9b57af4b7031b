package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.EntryAdvice.Advice;
import org.zhengtong.services.catalogue.EntryAdvice.Hint;

class EntryAdviceTest {
    private final ServiceItem food = YunxiBodies.item("食品经营许可");

    @Test
    void advice_never_holds_an_entry_back() {
        ServiceItem slow = with(food, Element.PROMISED_DAYS, food.statutoryDays());

        assertThat(EntryCheck.findings(slow)).isEmpty();
        assertThat(EntryAdvice.of(slow)).contains(new Advice(Hint.PROMISE_IS_THE_LIMIT, Element.PROMISED_DAYS, "20"));
    }

    @Test
    void what_the_government_issues_is_better_obtained_than_asked_for() {
        assertThat(EntryAdvice.of(with(food, Element.MATERIALS, List.of(issued("无房证明", Optional.empty())))))
                .contains(new Advice(Hint.GOVERNMENT_ISSUES_IT_ITSELF, Element.MATERIALS, "无房证明"));
        assertThat(EntryAdvice.of(with(food, Element.MATERIALS, List.of(issued("营业执照", Optional.of("营业执照"))))))
                .extracting(Advice::hint)
                .doesNotContain(Hint.GOVERNMENT_ISSUES_IT_ITSELF);
    }

    @Test
    void one_paper_under_two_names_is_noticed() {
        List<Material> twice =
                List.of(issued("居民身份证", Optional.of("居民身份证")), issued("申请人身份证复印件", Optional.of("居民身份证")));

        assertThat(EntryAdvice.of(with(food, Element.MATERIALS, twice)))
                .contains(new Advice(Hint.ASKED_TWICE, Element.MATERIALS, "居民身份证 / 申请人身份证复印件"));
    }

    @Test
    void what_people_need_and_miss_is_noticed() {
        assertThat(EntryAdvice.of(with(food, Element.EVERYDAY_WORDS, List.of())))
                .extracting(Advice::hint)
                .contains(Hint.NO_EVERYDAY_WORDS);
        assertThat(EntryAdvice.of(with(food, Element.VISITS, 2)))
                .contains(new Advice(Hint.COMES_MORE_THAN_ONCE, Element.VISITS, "2"));
        assertThat(EntryAdvice.of(with(food, Element.ONLINE, false)))
                .extracting(Advice::hint)
                .contains(Hint.NOT_ONLINE);
        assertThat(EntryAdvice.of(with(food, Element.LEGAL_BASIS, List.of("上级文件"))))
                .contains(new Advice(Hint.LAW_NOT_NAMED, Element.LEGAL_BASIS, "上级文件"));
        assertThat(EntryAdvice.of(with(food, Element.SUMMARY, "长".repeat(121))))
                .extracting(Advice::hint)
                .contains(Hint.SUMMARY_IS_LONG);
    }

    @Test
    void a_question_that_changes_nothing_is_noticed_unless_it_selects_a_handling_item() {
        Situation idle = new Situation(
                "x",
                "怎么办？",
                List.of(new Situation.Answer("a", "一", Set.of()), new Situation.Answer("b", "二", Set.of())));
        ServiceItem asked = with(food, Element.SITUATIONS, List.of(idle));
        HandlingItem handling = new HandlingItem("01", "一", Map.of("x", "a"));

        assertThat(EntryAdvice.of(asked)).contains(new Advice(Hint.GUIDE_CHANGES_NOTHING, Element.SITUATIONS, "怎么办？"));
        assertThat(EntryAdvice.of(with(asked, Element.HANDLING_ITEMS, List.of(handling))))
                .extracting(Advice::hint)
                .doesNotContain(Hint.GUIDE_CHANGES_NOTHING);
    }

    @Test
    void every_hint_has_its_words_for_stewards_and_for_citizens() {
        ResourceBundle words = ResourceBundle.getBundle("messages/services/catalogue", Locale.ROOT);

        for (Hint hint : Hint.values()) {
            for (String part : List.of("", ".text", ".citizen")) {
                assertThat(words.containsKey("catalogue.advice." + hint + part))
                        .as(hint + part)
                        .isTrue();
            }
        }
    }

    private static ServiceItem with(ServiceItem item, Element element, Object value) {
        return EntryDocument.of(item).with(element, EntryDocument.value(value)).item();
    }

    private static Material issued(String name, Optional<String> licence) {
        return new Material(
                "m1",
                name,
                Material.Requirement.REQUIRED,
                Material.MaterialSource.GOVERNMENT,
                Optional.of("公安机关"),
                "1 份",
                "PDF",
                "《法》",
                "清晰",
                false,
                licence);
    }
}
