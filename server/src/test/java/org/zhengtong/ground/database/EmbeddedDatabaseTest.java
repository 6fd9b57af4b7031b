package org.zhengtong.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.ground.start.CannotStart;
import org.zhengtong.testing.TestDatabase;

class EmbeddedDatabaseTest {
    private final Path folder = TestDatabase.temporaryFolder().resolve("postgres");

    /** The library below starts its servers for throw-away tests, with these switched off. */
    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void a_commit_survives_a_power_failure(String setting) throws SQLException {
        assertThat(answer(TestDatabase.fresh(), "show " + setting)).isEqualTo("on");
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused_and_the_first_goes_on() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(folder.toString());

            assertThat(answer(first.url(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void what_was_committed_is_there_after_a_stop_though_the_note_of_the_old_server_names_another_program()
            throws SQLException, IOException {
        Path note = folder.resolve("postmaster.pid");
        List<String> noted = new ArrayList<>();
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            run(first.url(), "create table promise as select 7 as number");
            noted.addAll(Files.readAllLines(note));
        }
        noted.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(note, noted);

        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(answer(second.url(), "select number from promise")).isEqualTo("7");
        }
    }

    @Test
    void a_note_left_empty_by_a_power_failure_does_not_hinder() throws SQLException, IOException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            run(first.url(), "create table promise as select 7 as number");
        }
        Files.createFile(folder.resolve("postmaster.pid"));

        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(answer(second.url(), "select number from promise")).isEqualTo("7");
        }
    }

    @Test
    void nobody_on_this_machine_gets_in_without_the_password() throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String without = database.url().replaceFirst("&password=.*", "");

            assertThatThrownBy(() -> answer(without, "select 1")).hasMessageContaining("password");
            assertThatThrownBy(() -> answer(without + "&password=" + database.password("zhengtong"), "select 1"))
                    .hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolveSibling("postgres-password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_lost_password_is_made_anew_and_nothing_else_is_lost() throws SQLException, IOException {
        String before;
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            run(first.url(), "create table promise as select 7 as number");
            before = first.url();
        }
        Files.delete(folder.resolveSibling("postgres-password"));

        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            String old = second.url().replaceFirst("&password=.*", before.substring(before.indexOf("&password=")));
            assertThat(answer(second.url(), "select number from promise")).isEqualTo("7");
            assertThatThrownBy(() -> answer(old, "select 1")).hasMessageContaining("password");
        }
    }

    @Test
    void a_server_made_before_there_were_passwords_asks_for_one_from_its_next_start() throws SQLException, IOException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            run(first.url(), "create table promise as select 7 as number");
        }
        Files.delete(folder.resolveSibling("postgres-password"));
        Files.writeString(folder.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\nlocal all all trust\n");

        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(answer(second.url(), "select number from promise")).isEqualTo("7");
            assertThatThrownBy(() -> answer(second.url().replaceFirst("&password=.*", ""), "select 1"))
                    .hasMessageContaining("password");
        }
    }

    private static void run(String url, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String answer(String url, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var sql = connection.createStatement();
                var rows = sql.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
