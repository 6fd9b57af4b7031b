package org.zhengtong.services.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.ZhengtongTest;

/** What another node writes into the one database. */
@ZhengtongTest
class NodesTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    CatalogueStore store;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final ItemCode code = YunxiBodies.item("股权出质登记").code();

    @Test
    void a_version_published_on_another_node_is_found_within_two_seconds_and_nothing_else_is_read() {
        long before = store.revision();

        transaction.executeWithoutResult(status -> {
            store.countRevision();
            database.sql("""
                            insert into catalogue.entry (code, version, published_at, document)
                            select code, version + 1, now(),
                                   jsonb_set(jsonb_set(document, '{version}', to_jsonb(version + 1)),
                                             '{everydayWords}', document -> 'everydayWords' || to_jsonb('wvqxzz'::text))
                            from catalogue.entry
                            join catalogue.item using (code, version)
                            where code = :code
                            """).param("code", code.value()).update();
            database.sql("update catalogue.item set version = version + 1 where code = :code")
                    .param("code", code.value())
                    .update();
        });

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(catalogue.search("wvqxzz", 1))
                        .extracting(Found::code)
                        .containsExactly(code.value()));
        assertThat(store.changes(before, before + 1).items())
                .extracting(listed -> listed.item().code())
                .contains(code)
                .hasSizeLessThan(20);
    }

    @Test
    void a_suspended_item_stays_in_its_place_and_a_cancelled_one_is_found_no_more_until_it_is_taken_up_again() {
        List<ServiceItem> before = catalogue.items();

        catalogue.setState(code, ItemState.CANCELLED);

        assertThat(catalogue.item(code)).isEmpty();
        assertThat(catalogue.search("股权出质登记", 3)).extracting(Found::code).doesNotContain(code.value());
        catalogue.setState(code, ItemState.IN_USE);
        assertThat(catalogue.items())
                .extracting(ServiceItem::code)
                .isEqualTo(before.stream().map(ServiceItem::code).toList());
        assertThat(catalogue.search("股权出质登记", 1)).extracting(Found::code).containsExactly(code.value());
    }

    @Test
    void what_is_read_anew_is_what_was_there() {
        List<ServiceItem> before = catalogue.items();

        catalogue.readAnew();

        assertThat(catalogue.items()).isEqualTo(before);
        assertThat(catalogue.search("股权出质登记", 1)).extracting(Found::code).containsExactly(code.value());
    }
}
