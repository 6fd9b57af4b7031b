package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class PublishedCatalogueTest {
    @Autowired
    Catalogue catalogue;

    @Test
    void the_demo_citys_items_and_bundles_are_published_at_first_start() {
        List<ServiceItem> entries = new EntryList().entries(YunxiBodies.read());

        assertThat(entries).hasSize(125);
        assertThat(catalogue.items())
                .extracting(ServiceItem::code)
                .containsAll(entries.stream().map(ServiceItem::code).toList());
        assertThat(catalogue.bundles()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void an_entry_comes_back_from_the_database_as_it_was_published() {
        ServiceItem written = YunxiBodies.item("食品经营许可");

        ServiceItem read = catalogue.item(written.code(), 1);

        assertThat(read).isEqualTo(written);
    }

    @Test
    void a_new_version_is_shown_at_once_and_the_old_one_stays_readable() {
        ServiceItem item = YunxiBodies.item("林木采伐许可证核发");
        int before = catalogue.item(item.code()).orElseThrow().version();

        catalogue.publish(item);

        ServiceItem newest = catalogue.item(item.code()).orElseThrow();
        assertThat(newest.version()).isEqualTo(before + 1);
        assertThat(catalogue.item(item.code(), 1).version()).isEqualTo(1);
    }

    @Test
    void an_entry_that_the_gate_holds_back_is_not_published() {
        ServiceItem item = YunxiBodies.item("取水许可");
        ServiceItem without = item.withQuestions(List.of());
        Optional<Integer> before = catalogue.item(item.code()).map(ServiceItem::version);

        assertThatThrownBy(() -> catalogue.publish(without))
                .isInstanceOf(IncompleteEntry.class)
                .hasMessageContaining("LICENCE_HAS_QUESTION");
        assertThat(catalogue.item(item.code()).map(ServiceItem::version)).isEqualTo(before);
    }

    @Test
    void a_suspended_item_stays_listed_but_cannot_be_filed() {
        ItemCode code = YunxiBodies.item("种子生产经营许可").code();

        catalogue.setState(code, ItemState.SUSPENDED);

        ServiceItem suspended = catalogue.item(code).orElseThrow();
        assertThat(suspended.canBeFiled()).isFalse();
        assertThat(catalogue.items()).contains(suspended);
        catalogue.setState(code, ItemState.IN_USE);
        assertThat(catalogue.item(code).orElseThrow().canBeFiled()).isTrue();
    }

    @Test
    void a_name_finds_its_item_first() {
        List<Found> found = catalogue.search("食品经营许可", 3);

        assertThat(found.getFirst().name()).isEqualTo("食品经营许可");
    }
}
