package org.zhengtong.ground.database.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.zhengtong.ground.start.CannotStart;

/** The role the program works as. It owns what it works with, but not what it must never change. */
record ProgramRole(String name) {
    /** In the PostgreSQL inside. */
    static final ProgramRole INSIDE = new ProgramRole("zhengtong");

    static ProgramRole of(DataSource program) {
        try (Connection connection = program.getConnection()) {
            return new ProgramRole(connection.getMetaData().getUserName());
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell who works on it", e);
        }
    }

    /** @param password of letters, digits, hyphens and underscores */
    void make(DataSource owner, String password) {
        run(owner, """
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login;
                    end if;
                    alter role %1$s password '%2$s';
                end $$
                """.formatted(name, password));
    }

    /** Makes schemas of its own. */
    void mayWork(DataSource owner) {
        run(owner, """
                do $$ begin
                    if not has_database_privilege('%s', current_database(), 'create') then
                        execute format('grant create, temporary on database %%I to "%s"', current_database());
                    end if;
                end $$
                """.formatted(name, name));
    }

    /** Gets what others own in these rooms: what was made before the program had a role of its own. */
    void takeOver(DataSource owner, List<String> rooms) {
        try (Connection connection = owner.getConnection();
                PreparedStatement things = connection.prepareStatement("""
                        select format('alter schema %I owner to %I', nspname, role) as command
                          from pg_namespace, (select ? as role) as asked
                         where nspname = any (?) and pg_get_userbyid(nspowner) <> role
                         union all
                        select format('alter %s %s owner to %I',
                                      case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
                                                     when 'S' then 'sequence' else 'table' end,
                                      c.oid::regclass, role)
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace, (select ? as role) as asked
                         where n.nspname = any (?) and pg_get_userbyid(c.relowner) <> role
                           and c.relkind in ('r', 'p', 'v', 'm', 'S')
                           and not exists (select from pg_depend d
                                            where d.objid = c.oid and c.relkind = 'S' and d.deptype in ('a', 'i'))
                         union all
                        select format('alter routine %s owner to %I', p.oid::regprocedure, role)
                          from pg_proc p join pg_namespace n on n.oid = p.pronamespace, (select ? as role) as asked
                         where n.nspname = any (?) and pg_get_userbyid(p.proowner) <> role
                        """)) {
            for (int parameter = 1; parameter < 6; parameter += 2) {
                things.setString(parameter, name);
                things.setArray(parameter + 1, connection.createArrayOf("text", rooms.toArray()));
            }
            try (var rows = things.executeQuery();
                    Statement statement = connection.createStatement()) {
                while (rows.next()) {
                    statement.execute(rows.getString("command"));
                }
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private void run(DataSource owner, String command) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private CannotStart refused(SQLException why) {
        return new CannotStart(
                "The owner of the database cannot give " + name + " what the program works with: " + why.getMessage(),
                "See that the user of zhengtong.database.owner-url owns the database and may become " + name
                        + ": grant " + name + " to that user.",
                why);
    }
}
