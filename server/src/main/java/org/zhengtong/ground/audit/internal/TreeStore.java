package org.zhengtong.ground.audit.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.tree.Digest;

/** The tree as the database holds it. */
@Component
class TreeStore {
    private final JdbcClient sql;

    TreeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What stands at a place, and whether it is the digest of the leaf that belongs there. */
    record Standing(long place, Digest entry, boolean ofItsLeaf) {}

    List<Standing> from(long place, int most) {
        return sql.sql("""
                        select placed.place, placed.entry, coalesce(leaf.digest = placed.entry, false) as of_its_leaf
                          from audit.placed
                          left join audit.leaf on leaf.sequence = placed.leaf
                         where placed.place >= :place and placed.place < :place + :most
                         order by placed.place
                        """)
                .param("place", place)
                .param("most", most)
                .query((row, _) -> new Standing(
                        row.getLong("place"), Digest.of(row.getBytes("entry")), row.getBoolean("of_its_leaf")))
                .list();
    }

    Optional<Long> place(Digest entry) {
        return sql.sql("select place from audit.placed where entry = :entry order by place limit 1")
                .param("entry", entry.bytes())
                .query(Long.class)
                .optional();
    }

    /** Digest in hexadecimal → place. */
    Map<String, Long> places(List<Digest> entries) {
        Map<String, Long> places = new TreeMap<>();
        sql.sql("select place, entry from audit.placed where entry = any (:entries)")
                .param("entries", entries.stream().map(Digest::bytes).toArray(byte[][]::new))
                .query(row -> {
                    places.putIfAbsent(Digest.of(row.getBytes("entry")).hex(), row.getLong("place"));
                });
        return places;
    }
}
