package org.zhengtong.services.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class MissedSearchesTest {
    @Autowired
    SearchTermStore store;

    @Autowired
    JdbcClient database;

    @Test
    void what_comes_while_too_much_waits_is_dropped_and_what_waits_goes_on_being_counted() {
        try (MissedSearches missed = new MissedSearches(store)) {
            for (int i = 0; i < MissedSearches.MOST_WAITING; i++) {
                missed.add("词" + (char) (0x4E00 + i));
            }
            missed.add("多出来的词");
            missed.add("词一");

            missed.write();
        }

        assertThat(times("多出来的词")).isZero();
        assertThat(times("词一")).isEqualTo(2);
        assertThat(times("词丁")).isEqualTo(1);
    }

    @Test
    void no_more_than_ten_thousand_terms_are_kept_the_latest_of_them() {
        database.sql("""
                        insert into catalogue.search_term (term, times, first_at, last_at)
                        select 'old' || number, 1, now() - interval '90 days', now() - number * interval '1 second'
                            - interval '60 days'
                        from generate_series(1, 10500) number
                        """).update();

        store.prune();

        assertThat(database.sql("select count(*) from catalogue.search_term")
                        .query(Long.class)
                        .single())
                .isEqualTo(SearchTermStore.MOST_TERMS);
        assertThat(times("old1")).isEqualTo(1);
        assertThat(times("old10500")).isZero();
        database.sql("delete from catalogue.search_term where term like 'old%'").update();
    }

    private long times(String term) {
        return database.sql("select coalesce(sum(times), 0) from catalogue.search_term where term = :term")
                .param("term", term)
                .query(Long.class)
                .single();
    }
}
