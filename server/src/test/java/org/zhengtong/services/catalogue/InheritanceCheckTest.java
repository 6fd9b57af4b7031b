package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryCheck.Rule;

class InheritanceCheckTest {
    private final ServiceItem food = YunxiBodies.item("食品经营许可");

    @Test
    void every_entry_of_the_city_keeps_to_the_base_item_it_implements() {
        EntryList list = new EntryList();
        List<ServiceItem> entries = list.entries(YunxiBodies.read());
        List<BaseItem> base = list.baseItems(entries);

        for (int i = 0; i < entries.size(); i++) {
            assertThat(InheritanceCheck.findings(base.get(i), entries.get(i)))
                    .as(entries.get(i).name())
                    .isEmpty();
        }
        assertThat(base).extracting(BaseItem::code).doesNotHaveDuplicates().hasSize(131);
    }

    @Test
    void what_the_base_item_settles_stays_as_it_is() {
        BaseItem base = base(Map.of(Element.RESULT, inherited(Inheritance.EQUAL, "食品经营许可证（副本）")));

        assertThat(InheritanceCheck.findings(base, food)).containsExactly(new Finding(Rule.INHERITED_EQUAL, "result"));
    }

    @Test
    void a_limit_may_be_shortened_and_not_lengthened() {
        assertThat(InheritanceCheck.findings(
                        base(Map.of(Element.STATUTORY_DAYS, inherited(Inheritance.SUBSET, food.statutoryDays() + 1))),
                        food))
                .isEmpty();
        int shorter = food.statutoryDays() - 1;
        assertThat(InheritanceCheck.findings(
                        base(Map.of(Element.STATUTORY_DAYS, inherited(Inheritance.SUBSET, shorter))), food))
                .containsExactly(new Finding(Rule.INHERITED_SUBSET, "statutoryDays", String.valueOf(shorter)));
    }

    @Test
    void materials_may_be_left_out_and_none_added() {
        List<Material> all = food.materials();

        assertThat(InheritanceCheck.findings(base(Map.of(Element.MATERIALS, inherited(Inheritance.SUBSET, all))), food))
                .isEmpty();
        assertThat(InheritanceCheck.findings(
                        base(Map.of(Element.MATERIALS, inherited(Inheritance.SUBSET, all.subList(1, all.size())))),
                        food))
                .containsExactly(new Finding(
                        Rule.INHERITED_SUBSET, "materials", all.getFirst().name()));
    }

    @Test
    void what_is_only_filled_in_beforehand_may_be_changed() {
        assertThat(InheritanceCheck.findings(
                        base(Map.of(
                                Element.SUMMARY, inherited(Inheritance.PRESET, "另一句话"),
                                Element.ADDRESS, inherited(Inheritance.FREE, "别处"))),
                        food))
                .isEmpty();
    }

    @Test
    void a_base_code_is_of_its_keeper_and_type() {
        assertThat(BaseItem.isCode("000100014000", ItemType.LICENSING, "000000"))
                .isTrue();
        assertThat(BaseItem.isCode("330100014000", ItemType.LICENSING, "330000"))
                .isTrue();
        assertThat(BaseItem.isCode("330100014000", ItemType.LICENSING, "000000"))
                .isFalse();
        assertThat(BaseItem.isCode("000500014000", ItemType.LICENSING, "000000"))
                .isFalse();
        assertThat(BaseItem.isCode("00010001400", ItemType.LICENSING, "000000")).isFalse();
        assertThatThrownBy(() -> new BaseItem("1", 1, ItemType.LICENSING, "?", "000000", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private BaseItem base(Map<Element, BaseItem.Inherited> elements) {
        return new BaseItem(food.baseCode(), 1, food.type(), food.name(), "000000", elements);
    }

    private static BaseItem.Inherited inherited(Inheritance rule, Object value) {
        return new BaseItem.Inherited(rule, EntryDocument.value(value));
    }
}
