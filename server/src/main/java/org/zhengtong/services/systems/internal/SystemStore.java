package org.zhengtong.services.systems.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.systems.DepartmentSystem;

/** Departments' systems in the database, their secrets sealed. */
@Component
class SystemStore {
    private static final String SECRET = "systems.system.secret:";

    private final JdbcClient sql;
    private final FieldCipher cipher;

    SystemStore(JdbcClient sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** @return false when the body has a system of this name */
    boolean add(DepartmentSystem system, SharedSecret secret) {
        return sql.sql("""
                        insert into systems.system (id, name, body, roles, secret, blocked, created)
                        values (:id, :name, :body, :roles, :secret, :blocked, :created)
                        on conflict (body, name) do nothing
                        """)
                        .param("id", system.id())
                        .param("name", system.name())
                        .param("body", system.body())
                        .param("roles", array(system.roles()))
                        .param("secret", sealed(system.id(), secret))
                        .param("blocked", system.blocked())
                        .param("created", at(system.created()))
                        .update()
                == 1;
    }

    /** A system with what became of its calls. */
    record Standing(
            DepartmentSystem system, Optional<Instant> lastCall, long unsigned, Optional<Instant> lastUnsigned) {}

    List<Standing> all() {
        return sql.sql("""
                        select system.*,
                               (select max(at) from systems.call where call.system = system.id) as last_call
                          from systems.system
                         order by body, created, id
                        """).query((row, _) -> standing(row)).list();
    }

    Optional<Standing> find(UUID id) {
        return sql.sql("""
                        select system.*,
                               (select max(at) from systems.call where call.system = system.id) as last_call
                          from systems.system
                         where id = :id
                        """).param("id", id).query((row, _) -> standing(row)).optional();
    }

    /** A system with what its calls are signed with. */
    record Signing(DepartmentSystem system, SharedSecret secret) {}

    Optional<Signing> signing(UUID id) {
        return sql.sql("select * from systems.system where id = :id")
                .param("id", id)
                .query((row, _) -> new Signing(
                        system(row), new SharedSecret(cipher.openText(row.getBytes("secret"), SECRET + id))))
                .optional();
    }

    void setRoles(UUID id, Set<Role> roles) {
        sql.sql("update systems.system set roles = :roles where id = :id")
                .param("roles", array(roles))
                .param("id", id)
                .update();
    }

    void setBlocked(UUID id, boolean blocked) {
        sql.sql("update systems.system set blocked = :blocked where id = :id")
                .param("blocked", blocked)
                .param("id", id)
                .update();
    }

    void setSecret(UUID id, SharedSecret secret) {
        sql.sql("update systems.system set secret = :secret where id = :id")
                .param("secret", sealed(id, secret))
                .param("id", id)
                .update();
    }

    void unsigned(UUID id, Instant at) {
        sql.sql("update systems.system set unsigned = unsigned + 1, last_unsigned = :at where id = :id")
                .param("at", at(at))
                .param("id", id)
                .update();
    }

    private byte[] sealed(UUID id, SharedSecret secret) {
        return cipher.seal(secret.value(), SECRET + id);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                system(row), instant(row, "last_call"), row.getLong("unsigned"), instant(row, "last_unsigned"));
    }

    private static DepartmentSystem system(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return new DepartmentSystem(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("body"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet()),
                row.getBoolean("blocked"),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }

    private static String[] array(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
