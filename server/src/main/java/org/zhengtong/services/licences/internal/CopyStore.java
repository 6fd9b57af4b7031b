package org.zhengtong.services.licences.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import tools.jackson.databind.json.JsonMapper;

/** Copies for use. For what and for whom they are is sealed. */
@Component
class CopyStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final FieldCipher cipher;

    CopyStore(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    record Words(String purpose, String recipient) {
        @Override
        public String toString() {
            return "Words";
        }
    }

    record Row(
            UUID id,
            UUID licence,
            int version,
            String number,
            Words words,
            LocalDate until,
            Instant madeAt,
            Optional<Instant> revokedAt) {}

    void add(Row row) {
        database.sql("""
                        insert into licences.copy (id, licence, version, number, words, until, made_at)
                        values (:id, :licence, :version, :number, :words, :until, :madeAt)
                        """)
                .param("id", row.id())
                .param("licence", row.licence())
                .param("version", row.version())
                .param("number", row.number())
                .param("words", cipher.seal(JSON.writeValueAsBytes(row.words()), place(row.id())))
                .param("until", row.until())
                .param("madeAt", row.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    int standing(UUID licence, LocalDate today) {
        return database.sql("""
                        select count(*) from licences.copy
                        where licence = :licence and revoked_at is null and until >= :today
                        """)
                .param("licence", licence)
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    List<Row> of(UUID licence) {
        return database.sql("""
                        select * from licences.copy
                        where licence = :licence
                        order by made_at desc, id desc
                        limit 200
                        """)
                .param("licence", licence)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Row> find(UUID licence, UUID id) {
        return database.sql("select * from licences.copy where id = :id and licence = :licence")
                .param("id", id)
                .param("licence", licence)
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<Row> find(String number) {
        return database.sql("select * from licences.copy where number = :number")
                .param("number", number)
                .query((row, _) -> read(row))
                .optional();
    }

    /** @return false when it was revoked before */
    boolean revoke(UUID id, Instant now) {
        return database.sql("update licences.copy set revoked_at = :now where id = :id and revoked_at is null")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private Row read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Row(
                id,
                row.getObject("licence", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                JSON.readValue(cipher.open(row.getBytes("words"), place(id)), Words.class),
                row.getObject("until", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String place(UUID id) {
        return "licences.copy.words:" + id;
    }
}
