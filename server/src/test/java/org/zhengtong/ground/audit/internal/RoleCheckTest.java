package org.zhengtong.ground.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.zhengtong.ground.start.CannotStart;
import org.zhengtong.testing.TestDatabase;

class RoleCheckTest {
    private static final MockEnvironment PRODUCTION = new MockEnvironment();
    private static final MockEnvironment DEMO = new MockEnvironment();

    static {
        PRODUCTION.setActiveProfiles("production");
    }

    @Test
    void who_owns_the_leaves_may_not_be_the_program_in_production() {
        try (AuditHouse house = new AuditHouse()) {
            assertThat(new RoleCheck(house.sql, DEMO).mayBend()).isTrue();
            assertThatCode(new RoleCheck(house.sql, DEMO)::require).doesNotThrowAnyException();
            assertThatThrownBy(new RoleCheck(house.sql, PRODUCTION)::require)
                    .isInstanceOfSatisfying(
                            CannotStart.class,
                            refused -> assertThat(refused.remedy()).contains("ZT_DATABASE_OWNER_URL"));
        }
    }

    @Test
    void a_role_that_may_only_read_and_add_is_accepted_until_somebody_grants_it_more() {
        try (AuditHouse house = new AuditHouse();
                var program = AuditHouse.pool(TestDatabase.asProgram(house.database.getJdbcUrl()))) {
            house.sql.sql("grant usage on schema audit to program").update();
            house.sql
                    .sql("grant select, insert on audit.leaf, audit.placed to program")
                    .update();
            RoleCheck check = new RoleCheck(JdbcClient.create(program), PRODUCTION);

            assertThatCode(check::require).doesNotThrowAnyException();
            house.sql.sql("grant truncate on audit.placed to program").update();
            assertThatThrownBy(check::require).isInstanceOf(CannotStart.class);
        }
    }
}
