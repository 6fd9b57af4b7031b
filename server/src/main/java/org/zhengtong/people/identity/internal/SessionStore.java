package org.zhengtong.people.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.OpenSession;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Proof;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;

@Component
class SessionStore {
    private static final String ADDRESS = "identity.session.address:";
    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batches;
    private final FieldCipher cipher;

    SessionStore(JdbcClient database, NamedParameterJdbcTemplate batches, FieldCipher cipher) {
        this.database = database;
        this.batches = batches;
        this.cipher = cipher;
    }

    void add(UUID id, byte[] digest, SignedIn who, Instant now, Instant expires, SignInPlace place) {
        database.sql("""
                        insert into identity.session
                            (id, digest, person, created, last_seen, expires, device, way, twice, confirmed, address)
                        values (:id, :digest, :person, :now, :now, :expires, :device, :way, :twice, :confirmed, :address)
                        """)
                .param("id", id)
                .param("digest", digest)
                .param("person", who.person().value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .param("device", place.device())
                .param("way", who.proof().way().name())
                .param("twice", who.proof().twice())
                .param("confirmed", Timestamp.from(who.proof().confirmed()))
                .param("address", cipher.seal(place.address(), ADDRESS + id))
                .update();
    }

    /**
     * The sessions longest not seen end, so that no more than {@code most} are open.
     *
     * @return how many ended
     */
    int closeBeyond(int most, SignedIn newest, Instant now) {
        return database.sql("""
                        update identity.session set closed = true
                        where id in (
                            select id from identity.session
                            where person = :person and not closed and expires > :now and id <> :newest
                            order by last_seen desc, created desc, id desc
                            offset :others)
                        """)
                .param("person", newest.person().value())
                .param("now", Timestamp.from(now))
                .param("newest", newest.session())
                .param("others", most - 1)
                .update();
    }

    /** @param twice whether the session is proven by two factors from now on; it stays so once it was */
    void confirmed(UUID session, boolean twice, Instant now) {
        database.sql("update identity.session set confirmed = :now, twice = twice or :twice where id = :id")
                .param("now", Timestamp.from(now))
                .param("twice", twice)
                .param("id", session)
                .update();
    }

    Optional<Session> withDigest(byte[] digest) {
        return database.sql("""
                        select s.id, s.person, p.name, s.acting_for, s.acting_kind, s.last_seen, s.expires, s.way, s.twice, s.confirmed
                        from identity.session s join identity.person p on p.id = s.person
                        where s.digest = :digest and not s.closed
                        """)
                .param("digest", digest)
                .query((row, at) -> new Session(
                        new SignedIn(
                                row.getObject("id", UUID.class),
                                new PersonId(row.getObject("person", UUID.class)),
                                row.getString("name"),
                                actingFor(row),
                                new Proof(
                                        SignInWay.valueOf(row.getString("way")),
                                        row.getBoolean("twice"),
                                        row.getTimestamp("confirmed").toInstant())),
                        row.getTimestamp("last_seen").toInstant(),
                        row.getTimestamp("expires").toInstant()))
                .optional();
    }

    /** A session nobody has closed; whether it is over is told by the time. */
    record Running(UUID id, Instant lastSeen, Instant expires) {
        boolean isOpenAt(Instant now, Instant seen, Duration idle) {
            return now.isBefore(expires) && now.isBefore(seen.plus(idle));
        }
    }

    List<Running> running(Set<UUID> sessions) {
        return database.sql("select id, last_seen, expires from identity.session where id = any(:ids) and not closed")
                .param("ids", sessions.toArray(UUID[]::new))
                .query((row, at) -> new Running(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("last_seen").toInstant(),
                        row.getTimestamp("expires").toInstant()))
                .list();
    }

    Optional<PersonId> owner(byte[] digest) {
        return database.sql("select person from identity.session where digest = :digest")
                .param("digest", digest)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    List<OpenSession> of(PersonId person, Instant seenAfter, Instant now) {
        return database.sql("""
                        select id, device, address, way, twice, created, last_seen from identity.session
                        where person = :person and not closed and expires > :now and last_seen > :seenAfter
                        order by last_seen desc, id desc
                        """)
                .param("person", person.value())
                .param("seenAfter", Timestamp.from(seenAfter))
                .param("now", Timestamp.from(now))
                .query((row, at) -> new OpenSession(
                        row.getObject("id", UUID.class),
                        row.getString("device"),
                        address(row),
                        SignInWay.valueOf(row.getString("way")),
                        row.getBoolean("twice"),
                        row.getTimestamp("created").toInstant(),
                        row.getTimestamp("last_seen").toInstant()))
                .list();
    }

    boolean close(UUID session, PersonId person) {
        return database.sql("""
                        update identity.session set closed = true
                        where id = :id and person = :person and not closed
                        """)
                        .param("id", session)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    int closeOthers(PersonId person, UUID kept) {
        return database.sql("""
                        update identity.session set closed = true
                        where person = :person and id <> :kept and not closed
                        """)
                .param("person", person.value())
                .param("kept", kept)
                .update();
    }

    /** @return whose they were, once for each session */
    List<PersonId> closeEverybodys(UUID kept) {
        return database.sql(
                        "update identity.session set closed = true where id <> :kept and not closed returning person")
                .param("kept", kept)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    void actFor(SignedIn me, Optional<Party> other) {
        database.sql("""
                        update identity.session set acting_for = :other, acting_kind = :kind
                        where id = :session and person = :person
                        """)
                .param("other", other.map(Party::id).orElse(null), Types.OTHER)
                .param("kind", other.map(SessionStore::kind).orElse(null), Types.VARCHAR)
                .param("session", me.session())
                .param("person", me.person().value())
                .update();
    }

    private static String kind(Party party) {
        return party instanceof Party.Firm ? "FIRM" : "PERSON";
    }

    private static Optional<Party> actingFor(ResultSet row) throws SQLException {
        UUID other = row.getObject("acting_for", UUID.class);
        return other == null
                ? Optional.empty()
                : Optional.of(
                        "FIRM".equals(row.getString("acting_kind"))
                                ? new Party.Firm(new FirmId(other))
                                : new Party.Person(new PersonId(other)));
    }

    void seen(Map<UUID, Instant> seen) {
        batches.batchUpdate(
                "update identity.session set last_seen = :at where id = :id and last_seen < :at",
                seen.entrySet().stream()
                        .map(one -> new MapSqlParameterSource()
                                .addValue("id", one.getKey())
                                .addValue("at", Timestamp.from(one.getValue())))
                        .toArray(SqlParameterSource[]::new));
    }

    void forgetExpiredBefore(Instant instant) {
        database.sql("delete from identity.session where expires < :instant")
                .param("instant", Timestamp.from(instant))
                .update();
    }

    /** Sessions older than this column have none. */
    private String address(ResultSet row) throws SQLException {
        byte @Nullable [] bytes = row.getBytes("address");
        return bytes == null ? "" : cipher.openText(bytes, ADDRESS + row.getObject("id", UUID.class));
    }
}
