package org.zhengtong.ground.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.TestDatabase;

class ProgramRoleTest {
    private static final String OWNERS = """
            select distinct pg_get_userbyid(c.relowner)::text
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'S', 'v') and n.nspname %s
            """;

    @Test
    void a_database_that_one_user_owned_is_parted_at_the_next_start_and_everything_but_the_audit_is_the_programs() {
        String url = TestDatabase.fresh();
        try (HikariDataSource owner = pool(url);
                HikariDataSource program = pool(TestDatabase.asProgram(url))) {
            Migrations.run(owner, owner, ProgramRole.of(owner));
            JdbcClient sql = JdbcClient.create(program);
            assertThat(sql.sql(OWNERS.formatted("in ('cases', 'outbox', 'audit')"))
                            .query(String.class)
                            .list())
                    .containsExactly("postgres");

            ProgramRole role = ProgramRole.of(program);
            role.mayWork(owner);
            Migrations.run(program, owner, role);

            assertThat(sql.sql(OWNERS.formatted("in ('cases', 'outbox', 'identity', 'web')"))
                            .query(String.class)
                            .list())
                    .isEqualTo(List.of("program"));
            assertThat(sql.sql(OWNERS.formatted("= 'audit'"))
                            .query(String.class)
                            .list())
                    .isEqualTo(List.of("postgres"));
            assertThat(sql.sql("select count(*) from audit.leaf")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThatCode(() -> sql.sql("alter table cases.case_file add column tried text")
                            .update())
                    .doesNotThrowAnyException();
            assertThatCode(() -> Migrations.run(program, owner, role)).doesNotThrowAnyException();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(3);
        return pool;
    }
}
