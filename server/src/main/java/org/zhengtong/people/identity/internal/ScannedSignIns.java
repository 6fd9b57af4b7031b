package org.zhengtong.people.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.QrSignIns;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;

@Service
class ScannedSignIns implements QrSignIns {
    private static final Duration OPEN_FOR = Duration.ofMinutes(2);
    private static final String ADDRESS = "identity.qr_sign_in.address:";
    private final JdbcClient database;
    private final FieldCipher cipher;
    private final PersonStore persons;
    private final LiveSessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final Clock clock;
    private final Tries screens;

    ScannedSignIns(
            JdbcClient database,
            FieldCipher cipher,
            PersonStore persons,
            LiveSessions sessions,
            AuditLog audit,
            TransactionTemplate transaction,
            Identifiers identifiers,
            RandomGenerator random,
            Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.persons = persons;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.random = random;
        this.clock = clock;
        this.screens = Tries.oneByOne(clock, 60, Duration.ofSeconds(5));
    }

    @Override
    public Begun begin(SignInPlace place) {
        if (screens.take(place.address()).isPresent()) {
            throw new Problem(429, "too-many-screens");
        }
        UUID id = identifiers.next();
        String asks = SecretToken.fresh(random);
        String waits = SecretToken.fresh(random);
        String number = "%02d".formatted(random.nextInt(100));
        Instant now = clock.instant();
        database.sql("delete from identity.qr_sign_in where expires < :now")
                .param("now", Timestamp.from(now.minus(OPEN_FOR)))
                .update();
        database.sql("""
                        insert into identity.qr_sign_in (id, asks, waits, number, device, address, created, expires)
                        values (:id, :asks, :waits, :number, :device, :address, :now, :expires)
                        """)
                .param("id", id)
                .param("asks", SecretToken.digest(asks))
                .param("waits", SecretToken.digest(waits))
                .param("number", number)
                .param("device", place.device())
                .param("address", cipher.seal(place.address(), ADDRESS + id))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(OPEN_FOR)))
                .update();
        return new Begun(asks, waits, number, now.plus(OPEN_FOR));
    }

    private record Row(
            UUID id, String state, String number, Optional<PersonId> person, boolean twice, Instant expires) {}

    @Override
    public Standing standing(String asks, String waits, SignInPlace place) {
        Optional<Row> row = database.sql("""
                        select id, state, number, person, twice, expires from identity.qr_sign_in
                        where asks = :asks and waits = :waits and expires > :now
                        """)
                .param("asks", SecretToken.digest(asks))
                .param("waits", SecretToken.digest(waits))
                .param("now", Timestamp.from(clock.instant()))
                .query((found, _) -> new Row(
                        found.getObject("id", UUID.class),
                        found.getString("state"),
                        found.getString("number"),
                        Optional.ofNullable(found.getObject("person", UUID.class))
                                .map(PersonId::new),
                        found.getBoolean("twice"),
                        found.getTimestamp("expires").toInstant()))
                .optional();
        return row.map(one -> switch (one.state()) {
                    case "WAITING" -> new Standing.Waiting(asks, one.number(), one.expires());
                    case "REFUSED" -> new Standing.Refused();
                    case "APPROVED" -> take(one, place);
                    default -> new Standing.Over();
                })
                .orElseGet(Standing.Over::new);
    }

    /** By one request only, however many come at once. */
    private Standing take(Row row, SignInPlace place) {
        boolean first = database.sql("""
                        update identity.qr_sign_in set state = 'TAKEN' where id = :id and state = 'APPROVED'
                        """).param("id", row.id()).update() == 1;
        if (!first) {
            return new Standing.Over();
        }
        PersonId person = row.person().orElseThrow();
        return new Standing.Opened(sessions.open(
                person,
                persons.name(person).orElseThrow(),
                place,
                SignInWay.QR,
                row.twice() && !place.shared(),
                false));
    }

    @Override
    public Optional<Asked> asked(String asks) {
        return database.sql("""
                        select id, number, device, address, created from identity.qr_sign_in
                        where asks = :asks and state = 'WAITING' and expires > :now
                        """)
                .param("asks", SecretToken.digest(asks))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Asked(
                        row.getString("number"),
                        row.getString("device"),
                        cipher.openText(row.getBytes("address"), ADDRESS + row.getObject("id", UUID.class)),
                        row.getTimestamp("created").toInstant()))
                .optional();
    }

    @Override
    public boolean approve(SignedIn me, String asks, Optional<String> waits) {
        byte[] own = waits.map(SecretToken::digest).orElseGet(() -> new byte[0]);
        return answer(
                me,
                "identity.approve-qr",
                database.sql("""
                        update identity.qr_sign_in set state = 'APPROVED', person = :person, twice = :twice
                        where asks = :asks and waits <> :own and state = 'WAITING' and expires > :now
                        """)
                        .param("person", me.person().value())
                        .param("twice", me.proof().twice())
                        .param("own", own),
                asks);
    }

    @Override
    public boolean refuse(SignedIn me, String asks) {
        return answer(me, "identity.refuse-qr", database.sql("""
                        update identity.qr_sign_in set state = 'REFUSED'
                        where asks = :asks and state = 'WAITING' and expires > :now
                        """), asks);
    }

    private boolean answer(SignedIn me, String action, JdbcClient.StatementSpec update, String asks) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean done = update.param("asks", SecretToken.digest(asks))
                            .param("now", Timestamp.from(clock.instant()))
                            .update()
                    == 1;
            if (done) {
                audit.append(
                        me.person().value(),
                        action,
                        me.actor(),
                        Map.of("session", me.session().toString()));
            }
            return done;
        }));
    }
}
