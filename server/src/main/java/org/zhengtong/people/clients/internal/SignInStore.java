package org.zhengtong.people.clients.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Proof;
import org.zhengtong.people.identity.SignInWay;

/** Sign-ins at clients with their codes and tokens. */
@Component
class SignInStore {
    private static final String COLUMNS = """
            sign_in.id, sign_in.client, sign_in.person, sign_in.session, sign_in.scopes, sign_in.redirect,
            sign_in.challenge, sign_in.nonce, sign_in.way, sign_in.twice, sign_in.proven, sign_in.code_expires,
            sign_in.code_used, sign_in.ended
            """;

    private final JdbcClient sql;

    SignInStore(JdbcClient sql) {
        this.sql = sql;
    }

    record SignIn(
            UUID id,
            UUID client,
            PersonId person,
            UUID session,
            Set<ClaimScope> scopes,
            String redirect,
            String challenge,
            Optional<String> nonce,
            Proof proof,
            Instant codeExpires,
            boolean codeUsed,
            boolean ended) {}

    void add(SignIn signIn, byte[] code, Instant now) {
        sql.sql("""
                        insert into clients.sign_in (id, client, person, session, scopes, redirect, challenge, nonce,
                            way, twice, proven, code, code_expires, began)
                        values (:id, :client, :person, :session, :scopes, :redirect, :challenge, :nonce,
                            :way, :twice, :proven, :code, :expires, :now)
                        """)
                .param("id", signIn.id())
                .param("client", signIn.client())
                .param("person", signIn.person().value())
                .param("session", signIn.session())
                .param("scopes", ClientStore.words(signIn.scopes()))
                .param("redirect", signIn.redirect())
                .param("challenge", signIn.challenge())
                .param("nonce", signIn.nonce().orElse(null), Types.VARCHAR)
                .param("way", signIn.proof().way().name())
                .param("twice", signIn.proof().twice())
                .param("proven", ClientStore.at(signIn.proof().confirmed()))
                .param("code", code)
                .param("expires", ClientStore.at(signIn.codeExpires()))
                .param("now", ClientStore.at(now))
                .update();
    }

    /** Held until the transaction ends: a code shown twice at once is redeemed once. */
    Optional<SignIn> withCode(byte[] code) {
        return sql.sql("select " + COLUMNS + " from clients.sign_in where code = :code for update")
                .param("code", code)
                .query((row, _) -> signIn(row))
                .optional();
    }

    void useCode(UUID id, Instant now) {
        sql.sql("update clients.sign_in set code_used = :now where id = :id")
                .param("now", ClientStore.at(now))
                .param("id", id)
                .update();
    }

    enum Kind {
        ACCESS,
        REFRESH
    }

    record Token(SignIn signIn, Kind kind, Instant issued, Instant expires, boolean used) {
        boolean isGoodAt(Instant now) {
            return !used && !signIn.ended() && now.isBefore(expires);
        }
    }

    void addToken(UUID signIn, Kind kind, byte[] digest, Instant now, Instant expires) {
        sql.sql("""
                        insert into clients.token (digest, sign_in, kind, issued, expires)
                        values (:digest, :signIn, :kind, :now, :expires)
                        """)
                .param("digest", digest)
                .param("signIn", signIn)
                .param("kind", kind.name())
                .param("now", ClientStore.at(now))
                .param("expires", ClientStore.at(expires))
                .update();
    }

    Optional<Token> token(byte[] digest) {
        return token(digest, "");
    }

    /** Held until the transaction ends: a refresh token shown twice at once is exchanged once. */
    Optional<Token> heldToken(byte[] digest) {
        return token(digest, "for update");
    }

    private Optional<Token> token(byte[] digest, String hold) {
        return sql.sql("select " + COLUMNS + """
                        , token.kind, token.issued, token.expires, token.used
                          from clients.token join clients.sign_in on sign_in.id = token.sign_in
                         where token.digest = :digest
                        """ + hold)
                .param("digest", digest)
                .query((row, _) -> new Token(
                        signIn(row),
                        Kind.valueOf(row.getString("kind")),
                        ClientStore.moment(row, "issued"),
                        ClientStore.moment(row, "expires"),
                        ClientStore.instant(row, "used").isPresent()))
                .optional();
    }

    void useToken(byte[] digest, Instant now) {
        sql.sql("update clients.token set used = :now where digest = :digest")
                .param("now", ClientStore.at(now))
                .param("digest", digest)
                .update();
    }

    void removeToken(byte[] digest) {
        sql.sql("delete from clients.token where digest = :digest")
                .param("digest", digest)
                .update();
    }

    /** The sessions of the house that sign-ins rest on which have not ended. */
    Set<UUID> openSessions() {
        return sql.sql("select distinct session from clients.sign_in where ended is null")
                .query(UUID.class)
                .set();
    }

    Set<UUID> openSessions(PersonId person) {
        return sql.sql("select distinct session from clients.sign_in where person = :person and ended is null")
                .param("person", person.value())
                .query(UUID.class)
                .set();
    }

    /** @return those that had not ended before */
    List<SignIn> endOfSessions(Collection<UUID> sessions, String why, Instant now) {
        return sql.sql("""
                        update clients.sign_in set ended = :now, why = :why
                        where session = any(:sessions) and ended is null
                        returning
                        """ + COLUMNS)
                .param("sessions", sessions.toArray(UUID[]::new))
                .param("why", why)
                .param("now", ClientStore.at(now))
                .query((row, _) -> signIn(row))
                .list();
    }

    List<SignIn> endOfConsent(PersonId person, UUID client, String why, Instant now) {
        return sql.sql("""
                        update clients.sign_in set ended = :now, why = :why
                        where person = :person and client = :client and ended is null
                        returning
                        """ + COLUMNS)
                .param("person", person.value())
                .param("client", client)
                .param("why", why)
                .param("now", ClientStore.at(now))
                .query((row, _) -> signIn(row))
                .list();
    }

    List<SignIn> endOfPerson(PersonId person, String why, Instant now) {
        return sql.sql("""
                        update clients.sign_in set ended = :now, why = :why
                        where person = :person and ended is null
                        returning
                        """ + COLUMNS)
                .param("person", person.value())
                .param("why", why)
                .param("now", ClientStore.at(now))
                .query((row, _) -> signIn(row))
                .list();
    }

    int endOfClient(UUID client, String why, Instant now) {
        return sql.sql("update clients.sign_in set ended = :now, why = :why where client = :client and ended is null")
                .param("client", client)
                .param("why", why)
                .param("now", ClientStore.at(now))
                .update();
    }

    boolean end(UUID id, String why, Instant now) {
        return sql.sql("update clients.sign_in set ended = :now, why = :why where id = :id and ended is null")
                        .param("id", id)
                        .param("why", why)
                        .param("now", ClientStore.at(now))
                        .update()
                == 1;
    }

    void removeAll(PersonId person) {
        sql.sql("delete from clients.sign_in where person = :person")
                .param("person", person.value())
                .update();
    }

    void forget(Instant tokensExpiredBefore, Instant begunBefore) {
        sql.sql("delete from clients.token where expires < :before")
                .param("before", ClientStore.at(tokensExpiredBefore))
                .update();
        sql.sql("delete from clients.sign_in where began < :before and ended is not null")
                .param("before", ClientStore.at(begunBefore))
                .update();
    }

    private static SignIn signIn(ResultSet row) throws SQLException {
        return new SignIn(
                row.getObject("id", UUID.class),
                row.getObject("client", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("session", UUID.class),
                ClientStore.scopes(row),
                row.getString("redirect"),
                row.getString("challenge"),
                Optional.ofNullable(row.getString("nonce")),
                new Proof(
                        SignInWay.valueOf(row.getString("way")),
                        row.getBoolean("twice"),
                        ClientStore.moment(row, "proven")),
                ClientStore.moment(row, "code_expires"),
                ClientStore.instant(row, "code_used").isPresent(),
                ClientStore.instant(row, "ended").isPresent());
    }
}
