package org.zhengtong.ground.audit.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.start.CannotStart;

/** The role the program works as must not be able to change what was written: nobody who takes the program over can. */
@Component
class RoleCheck {
    private static final Logger LOG = LoggerFactory.getLogger(RoleCheck.class);

    private final JdbcClient sql;
    private final boolean production;

    RoleCheck(JdbcClient sql, Environment environment) {
        this.sql = sql;
        this.production = environment.acceptsProfiles(Profiles.of("production"));
    }

    /** @throws CannotStart in production */
    void require() {
        if (!mayBend()) {
            return;
        }
        CannotStart refused = new CannotStart(
                "The database user of the program could change or remove audit leaves: it owns them or is a superuser.",
                "Give the program a user of its own in ZT_DATABASE_URL, and the owner of the database in"
                        + " ZT_DATABASE_OWNER_URL; docs/audit.md shows the statements.");
        if (production) {
            throw refused;
        }
        LOG.warn("{} {}", refused.getMessage(), refused.remedy());
    }

    boolean mayBend() {
        return sql.sql("""
                        select bool_or(has_table_privilege(c.oid, 'update, delete, truncate, trigger')
                                       or pg_has_role(c.relowner, 'member'))
                          from pg_class c
                         where c.oid in ('audit.leaf'::regclass, 'audit.placed'::regclass)
                        """).query(Boolean.class).single();
    }
}
