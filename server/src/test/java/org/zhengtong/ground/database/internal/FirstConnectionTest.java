package org.zhengtong.ground.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.start.CannotStart;
import org.zhengtong.testing.TestDatabase;

class FirstConnectionTest {

    @Test
    void a_database_that_answers_is_used() throws SQLException {
        try (HikariDataSource dataSource = FirstConnection.to(pool(TestDatabase.fresh()));
                var connection = dataSource.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_the_password() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(
                        () -> FirstConnection.to(pool("jdbc:postgresql://localhost:1/city?user=zt&password=secret")))
                .withMessageContaining("//localhost:1/city does not answer")
                .withMessageNotContaining("secret");
    }

    @Test
    void a_database_that_was_never_made_is_to_be_made() {
        String url = TestDatabase.fresh().replaceFirst("/test[0-9]+", "/nowhere");

        CannotStart answer = catchThrowableOfType(CannotStart.class, () -> FirstConnection.to(pool(url)));

        assertThat(answer).hasMessageContaining("it has no database").hasMessageContaining("/nowhere");
        assertThat(answer.remedy()).contains("createdb");
    }

    @Test
    void a_user_who_may_not_come_in_is_to_be_let_in() throws SQLException {
        String url = TestDatabase.fresh();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create role stranger nologin");
        }

        CannotStart answer = catchThrowableOfType(
                CannotStart.class, () -> FirstConnection.to(pool(url.replaceFirst("user=[^&]*", "user=stranger"))));

        assertThat(answer).hasMessageContaining("does not accept the user or the password");
        assertThat(answer.remedy()).contains("pg_hba.conf");
    }

    private static HikariConfig pool(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        return pool;
    }
}
