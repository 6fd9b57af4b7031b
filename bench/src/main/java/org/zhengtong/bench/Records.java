package org.zhengtong.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.ground.crypto.Sm3;

/** A look into the database of a running program. */
final class Records implements AutoCloseable {
    private final Connection connection;

    Records(InsideDatabase database) throws SQLException {
        this.connection = DriverManager.getConnection(database.url());
    }

    /** What was written for a case, by the names filing.sql uses. */
    Map<String, String> aFiling(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select c.applicant as person, c.item, c.item_version, c.item_name, c.body, c.body_name,
                       c.applicant_name::text, c.content::text, c.statutory_days, c.promised_days,
                       to_char(c.received_on, 'YYYYMMDD') as day, c.received_on, c.due, c.due_days,
                       s.actor, s.detail::text, e.payload, l.previous::text, l.digest::text, l.facts,
                       (select u.file from filing.upload u where u.owner = c.applicant limit 1) as file
                from cases.case_file c
                join cases.step s on s.case_id = c.id
                join outbox.event e on e.subject = c.id
                join audit.leaf l on l.subject = c.id
                where c.id = ?
                """)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Map<String, String> values = new LinkedHashMap<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    values.put(row.getMetaData().getColumnLabel(column), row.getString(column));
                }
                return values;
            }
        }
    }

    /**
     * Waits until every listener has had every event.
     *
     * @return for how many seconds
     */
    double awaitDelivered() throws SQLException, InterruptedException {
        long start = System.nanoTime();
        try (PreparedStatement due = connection.prepareStatement("""
                select exists (select from outbox.delivery where not dead and due_at <= now())
                """)) {
            while (isTrue(due)) {
                Thread.sleep(20);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (ResultSet row = question.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A licence as it stands in the database. */
    @SuppressWarnings("ArrayRecordComponent")
    record LicenceRow(String identifier, String type, String issuer, byte[] record, byte[] signature) {}

    LicenceRow licenceGrantedBy(UUID caseId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select identifier, type, issuer, record, signature
                from licences.licence_version where granted_by = ?
                """)) {
            statement.setObject(1, caseId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new LicenceRow(
                        row.getString("identifier"),
                        row.getString("type"),
                        row.getString("issuer"),
                        row.getBytes("record"),
                        row.getBytes("signature"));
            }
        }
    }

    List<String> licenceIdentifiers(int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select identifier from licences.licence_version order by identifier limit ?
                """)) {
            statement.setInt(1, most);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    /** People who live in the city and are neither personas nor staff. */
    List<UUID> residents(int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select id from identity.person p
                where sign_in_name is null and synthetic
                    and not exists (select from organisation.staff s where s.person = p.id)
                order by id limit ?
                """)) {
            statement.setInt(1, most);
            try (ResultSet rows = statement.executeQuery()) {
                List<UUID> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    /** Signs somebody in as another node would; the residents of the demo city have no passwords. */
    void openSession(UUID person, byte[] digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into identity.session (id, digest, person, created, last_seen, expires, device)
                values (gen_random_uuid(), ?, ?, now(), now(), now() + interval '1 day', '')
                """)) {
            statement.setBytes(1, digest);
            statement.setObject(2, person);
            statement.executeUpdate();
        }
    }

    /** @return the token */
    String signedIn(UUID person) throws SQLException {
        String token = UUID.randomUUID().toString();
        openSession(person, Sm3.digest(token.getBytes(StandardCharsets.UTF_8)));
        return token;
    }

    /** How many transactions the database has committed. Idle connections report theirs after ten seconds only. */
    long transactions() throws SQLException, InterruptedException {
        Thread.sleep(11_000);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select xact_commit from pg_stat_database where datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
