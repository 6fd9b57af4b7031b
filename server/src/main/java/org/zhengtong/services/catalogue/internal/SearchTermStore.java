package org.zhengtong.services.catalogue.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.SearchTerm;
import org.zhengtong.services.catalogue.Synonym;

/** Terms and synonyms in the database. */
@Component
class SearchTermStore {
    static final int MOST_TERMS = 10_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SearchTermStore(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** In one order on all nodes, so that two never wait for each other. */
    void count(Map<String, Integer> missed) {
        batches.batchUpdate(
                """
                        insert into catalogue.search_term (term, times, first_at, last_at)
                        values (?, ?, ?, ?)
                        on conflict (term) do update
                            set times = search_term.times + excluded.times, last_at = excluded.last_at
                        """,
                missed.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(term -> new Object[] {term.getKey(), term.getValue(), now(), now()})
                        .toList());
    }

    /** Keeps the terms that came last. */
    void prune() {
        jdbc.sql("""
                        delete from catalogue.search_term
                        where term in (
                            select term from catalogue.search_term order by last_at desc, term offset :most
                        )
                        """).param("most", MOST_TERMS).update();
    }

    List<SearchTerm> open(int limit) {
        return jdbc.sql("""
                        select term, times, first_at, last_at
                        from catalogue.search_term
                        where state = 'OPEN'
                        order by times desc, last_at desc
                        limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new SearchTerm(
                        row.getString("term"),
                        row.getLong("times"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }

    boolean setState(String term, String state) {
        return jdbc.sql("update catalogue.search_term set state = :state where term = :term")
                        .param("state", state)
                        .param("term", term)
                        .update()
                > 0;
    }

    List<Synonym> synonyms() {
        return jdbc.sql(
                        "select base_code, word, added_at from catalogue.synonym order by added_at desc, base_code, word")
                .query((row, number) -> new Synonym(
                        row.getString("base_code"),
                        row.getString("word"),
                        row.getTimestamp("added_at").toInstant()))
                .list();
    }

    void add(String baseCode, String word) {
        jdbc.sql("""
                        insert into catalogue.synonym (base_code, word, added_at)
                        values (:base, :word, :at)
                        on conflict do nothing
                        """)
                .param("base", baseCode)
                .param("word", word)
                .param("at", now())
                .update();
    }

    boolean remove(String baseCode, String word) {
        return jdbc.sql("delete from catalogue.synonym where base_code = :base and word = :word")
                        .param("base", baseCode)
                        .param("word", word)
                        .update()
                > 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
