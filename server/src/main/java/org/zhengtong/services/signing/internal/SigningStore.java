package org.zhengtong.services.signing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.queue.Tablets;
import org.zhengtong.services.signing.Paper;
import org.zhengtong.services.signing.Signing;
import org.zhengtong.services.signing.Signing.State;
import org.zhengtong.services.signing.Strokes;

/** Signings in the database; what is shown and how it was signed are sealed. */
@Component
class SigningStore {
    private final JdbcClient sql;
    private final FieldCipher cipher;

    SigningStore(JdbcClient sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** @param paper gone when it was not signed */
    record Row(Signing signing, PersonId clerk, Optional<Paper> paper) {}

    /** What is asked at a window is asked one after the other. */
    void lock(Tablets.Place place) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('signing ' || :hall || ' ' || :window, 0))")
                .param("hall", place.hall())
                .param("window", place.window())
                .query(row -> {});
    }

    void add(UUID id, Tablets.Place place, PersonId clerk, Paper paper, String back, Instant now) {
        sql.sql("""
                        insert into signing.signing
                            (id, hall, service_window, clerk, subject, digest, paper, back, state, asked_at)
                        values (:id, :hall, :window, :clerk, :subject, :digest, :paper, :back, 'ASKED', :now)
                        """)
                .param("id", id)
                .param("hall", place.hall())
                .param("window", place.window())
                .param("clerk", clerk.value())
                .param("subject", paper.subject())
                .param("digest", paper.digest())
                .param("paper", cipher.seal(paper.json(), paperContext(id)))
                .param("back", back)
                .param("now", at(now))
                .update();
    }

    Optional<Row> find(UUID id) {
        return sql.sql("select * from signing.signing where id = :id")
                .param("id", id)
                .query((row, _) -> row(row))
                .optional();
    }

    /** The latest signature of exactly this paper that the clerk asked for. */
    Optional<Row> signed(PersonId clerk, Paper paper, Instant since) {
        return sql.sql("""
                        select * from signing.signing
                         where subject = :subject and clerk = :clerk and asked_at > :since and state = 'SIGNED'
                           and digest = :digest
                         order by asked_at desc, id desc
                         limit 1
                        """)
                .param("subject", paper.subject())
                .param("digest", paper.digest())
                .param("clerk", clerk.value())
                .param("since", at(since))
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<Row> askedAt(Tablets.Place place) {
        return sql.sql("""
                        select * from signing.signing
                         where hall = :hall and service_window = :window and state = 'ASKED'
                        """)
                .param("hall", place.hall())
                .param("window", place.window())
                .query((row, _) -> row(row))
                .optional();
    }

    /** @return false when nobody is asked any more, or it is too late */
    boolean sign(UUID id, Strokes strokes, Instant askedAfter, Instant now) {
        return sql.sql("""
                        update signing.signing set state = 'SIGNED', strokes = :strokes, ended_at = :now
                         where id = :id and state = 'ASKED' and asked_at > :after
                        """)
                        .param("strokes", cipher.seal(strokes.json(), strokesContext(id)))
                        .param("id", id)
                        .param("after", at(askedAfter))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Not signed: what was shown is forgotten. */
    boolean end(UUID id, State how, Instant now) {
        return sql.sql("""
                        update signing.signing set state = :state, paper = null, ended_at = :now
                         where id = :id and state = 'ASKED'
                        """)
                        .param("state", how.name())
                        .param("id", id)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** @return false when there is a file already */
    boolean keep(UUID id, UUID file) {
        return sql.sql("update signing.signing set file = :file where id = :id and file is null")
                        .param("file", file)
                        .param("id", id)
                        .update()
                == 1;
    }

    List<UUID> askedBefore(Instant then) {
        return sql.sql("select id from signing.signing where state = 'ASKED' and asked_at <= :then")
                .param("then", at(then))
                .query(UUID.class)
                .list();
    }

    void forget(Instant askedBefore) {
        sql.sql("delete from signing.signing where asked_at < :before")
                .param("before", at(askedBefore))
                .update();
    }

    private Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Row(
                new Signing(
                        id,
                        row.getObject("subject", UUID.class),
                        row.getInt("service_window"),
                        row.getString("digest"),
                        State.valueOf(row.getString("state")),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("back"),
                        Optional.ofNullable(row.getBytes("strokes"))
                                .map(kept -> cipher.openText(kept, strokesContext(id)))
                                .flatMap(Strokes::read),
                        Optional.ofNullable(row.getObject("file", UUID.class))),
                new PersonId(row.getObject("clerk", UUID.class)),
                Optional.ofNullable(row.getBytes("paper"))
                        .map(kept -> Paper.read(cipher.openText(kept, paperContext(id)))));
    }

    private static String paperContext(UUID id) {
        return "signing.signing.paper:" + id;
    }

    private static String strokesContext(UUID id) {
        return "signing.signing.strokes:" + id;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
