package org.zhengtong.people.clients.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.ClientProof;

@Component
class ClientStore {
    private final JdbcClient sql;

    ClientStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when the body has a client of this name */
    boolean add(Client client, byte @Nullable [] secret) {
        return with(sql.sql("""
                        insert into clients.client (id, name, body, purpose, proof, secret, keys, redirects,
                            after_sign_out, logout, scopes, refresh, suspended, created)
                        values (:id, :name, :body, :purpose, :proof, :secret, :keys, :redirects,
                            :afterSignOut, :logout, :scopes, :refresh, :suspended, :created)
                        on conflict (body, name) do nothing
                        """), client)
                        .param("body", client.body())
                        .param("proof", client.proof().name())
                        .param("secret", secret, Types.BINARY)
                        .param("suspended", client.suspended())
                        .param("created", at(client.created()))
                        .update()
                == 1;
    }

    /** @return false when the body has another client of this name */
    boolean change(Client client) {
        return with(sql.sql("""
                        update clients.client
                           set name = :name, purpose = :purpose, keys = :keys, redirects = :redirects,
                               after_sign_out = :afterSignOut, logout = :logout, scopes = :scopes, refresh = :refresh
                         where id = :id
                           and not exists (
                               select from clients.client other
                                where other.body = client.body and other.name = :name and other.id <> :id)
                        """), client).update() == 1;
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Client client) {
        return statement
                .param("id", client.id())
                .param("name", client.name())
                .param("purpose", client.purpose())
                .param("keys", client.keys().orElse(null), Types.VARCHAR)
                .param("redirects", client.redirects().toArray(String[]::new))
                .param("afterSignOut", client.afterSignOut().toArray(String[]::new))
                .param("logout", client.logout().orElse(null), Types.VARCHAR)
                .param("scopes", words(client.scopes()))
                .param("refresh", client.refresh());
    }

    Optional<Client> find(UUID id) {
        return sql.sql("select * from clients.client where id = :id")
                .param("id", id)
                .query((row, _) -> client(row))
                .optional();
    }

    /** @param secret the digest; empty for a client that has none */
    record Held(Client client, Optional<byte[]> secret) {}

    Optional<Held> held(UUID id) {
        return sql.sql("select * from clients.client where id = :id")
                .param("id", id)
                .query((row, _) -> new Held(client(row), Optional.ofNullable(row.getBytes("secret"))))
                .optional();
    }

    record Standing(Client client, long people, Optional<Instant> lastSignIn) {}

    List<Standing> all() {
        return sql.sql("""
                        select client.*,
                               (select count(*) from clients.consent where consent.client = client.id) as people,
                               (select max(used) from clients.consent where consent.client = client.id) as last_sign_in
                          from clients.client
                         order by body, created, id
                        """)
                .query((row, _) -> new Standing(client(row), row.getLong("people"), instant(row, "last_sign_in")))
                .list();
    }

    void setSecret(UUID id, byte[] secret) {
        sql.sql("update clients.client set secret = :secret where id = :id")
                .param("secret", secret)
                .param("id", id)
                .update();
    }

    void setSuspended(UUID id, boolean suspended) {
        sql.sql("update clients.client set suspended = :suspended where id = :id")
                .param("suspended", suspended)
                .param("id", id)
                .update();
    }

    /** @return false when it was shown before */
    boolean firstShown(byte[] assertion, Instant expires) {
        return sql.sql("""
                        insert into clients.assertion (digest, expires) values (:digest, :expires)
                        on conflict do nothing
                        """)
                        .param("digest", assertion)
                        .param("expires", at(expires))
                        .update()
                == 1;
    }

    void forgetAssertions(Instant expiredBefore) {
        sql.sql("delete from clients.assertion where expires < :before")
                .param("before", at(expiredBefore))
                .update();
    }

    static Client client(ResultSet row) throws SQLException {
        return new Client(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("body"),
                row.getString("purpose"),
                ClientProof.valueOf(row.getString("proof")),
                List.of(strings(row, "redirects")),
                List.of(strings(row, "after_sign_out")),
                Optional.ofNullable(row.getString("logout")),
                scopes(row),
                row.getBoolean("refresh"),
                Optional.ofNullable(row.getString("keys")),
                row.getBoolean("suspended"),
                moment(row, "created"));
    }

    static Set<ClaimScope> scopes(ResultSet row) throws SQLException {
        return ClaimScope.named(strings(row, "scopes"));
    }

    static String[] words(Collection<ClaimScope> scopes) {
        return scopes.stream().sorted().map(ClaimScope::name).toArray(String[]::new);
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        Array values = row.getArray(column);
        return (String[]) values.getArray();
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
