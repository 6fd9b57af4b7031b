package org.zhengtong.services.catalogue.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhengtong.services.catalogue.CatalogueChanges;
import org.zhengtong.services.catalogue.ItemState;

@Service
class StoredChanges implements CatalogueChanges {
    private final JdbcClient database;

    StoredChanges(JdbcClient database) {
        this.database = database;
    }

    @Override
    public long revision() {
        return database.sql("select number from catalogue.revision")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Change> after(Place place, int most) {
        return database.sql("""
                        select code, version, state, changed_at from catalogue.item
                        where (changed_at, code) > (:at, :code)
                        order by changed_at, code
                        limit :most
                        """)
                .param("at", Timestamp.from(oldest(place.changedAt())))
                .param("code", place.code())
                .param("most", most)
                .query((row, _) -> new Change(
                        row.getString(1),
                        row.getInt(2),
                        ItemState.valueOf(row.getString(3)),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** Nothing is older than the epoch, and PostgreSQL knows no year beyond its own. */
    private static Instant oldest(Instant at) {
        Instant last = Instant.parse("9999-12-31T00:00:00Z");
        return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at.isAfter(last) ? last : at;
    }
}
