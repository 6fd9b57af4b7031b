package org.zhengtong.services.licences.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which ends are near, and which of them were told. */
@Component
class EndingStore {
    private final JdbcClient database;

    EndingStore(JdbcClient database) {
        this.database = database;
    }

    List<LicenceRow> due(LocalDate from, LocalDate to, int days, int most) {
        return database.sql("""
                        select * from licences.licence_version standing
                        where state = 'VALID'
                            and valid_until between :from and :to
                            and not exists (
                                select from licences.licence_version later
                                where later.licence = standing.licence and later.version > standing.version)
                            and not exists (
                                select from licences.reminder told
                                where told.licence = standing.licence
                                    and told.valid_until = standing.valid_until
                                    and told.days = :days)
                        order by valid_until, licence
                        limit :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("days", days)
                .param("most", most)
                .query(LicenceRow::read)
                .list();
    }

    /** @return false when it was told before */
    boolean add(UUID licence, LocalDate validUntil, int days, Instant now) {
        return database.sql("""
                        insert into licences.reminder (licence, valid_until, days, at)
                        values (:licence, :validUntil, :days, :now)
                        on conflict do nothing
                        """)
                        .param("licence", licence)
                        .param("validUntil", validUntil)
                        .param("days", days)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
