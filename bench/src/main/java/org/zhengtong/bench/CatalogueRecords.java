package org.zhengtong.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Publishes into the database of a running program, as another node would. */
final class CatalogueRecords implements AutoCloseable {
    static final int ALL = 10_000;

    private final JsonMapper json = new JsonMapper();
    private final Connection connection;

    CatalogueRecords(InsideDatabase database) throws SQLException {
        this.connection = DriverManager.getConnection(database.url());
        connection.setAutoCommit(false);
    }

    int count() throws SQLException {
        return (int) number("select count(*) from catalogue.item");
    }

    /** What the entries take as text. */
    double megabytes() throws SQLException {
        return number(
                        "select sum(octet_length(document::text)) from catalogue.entry join catalogue.item using (code, version)")
                / 1e6;
    }

    void publishInvented() throws SQLException {
        List<String> real = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select document::text from catalogue.entry join catalogue.item using (code, version) order by position")) {
            while (row.next()) {
                real.add(row.getString(1));
            }
        }
        publish(new InventedItems(real).entries());
    }

    private void publish(List<ObjectNode> items) throws SQLException {
        countRevision();
        try (PreparedStatement item = connection.prepareStatement(
                        "insert into catalogue.item (code, state, version, changed_at) values (?, 'IN_USE', 1, now())");
                PreparedStatement entry = connection.prepareStatement(
                        "insert into catalogue.entry (code, version, published_at, document) values (?, 1, now(), ?::jsonb)")) {
            for (ObjectNode one : items) {
                item.setString(1, one.path("code").asString());
                item.addBatch();
                entry.setString(1, one.path("code").asString());
                entry.setString(2, json.writeValueAsString(one.put("version", 1)));
                entry.addBatch();
            }
            item.executeBatch();
            entry.executeBatch();
        }
        connection.commit();
    }

    /** Publishes a version of the item of that number with one everyday word more. */
    void publishWord(int number, String word) throws SQLException {
        countRevision();
        try (PreparedStatement entry = connection.prepareStatement("""
                        insert into catalogue.entry (code, version, published_at, document)
                        select code, version + 1, now(),
                               jsonb_set(jsonb_set(document, '{version}', to_jsonb(version + 1)),
                                         '{everydayWords}', document -> 'everydayWords' || to_jsonb(?::text))
                        from catalogue.entry
                        join catalogue.item using (code, version)
                        where position = ?
                        """);
                PreparedStatement item = connection.prepareStatement(
                        "update catalogue.item set version = version + 1, changed_at = now() where position = ?")) {
            entry.setString(1, word);
            entry.setInt(2, number);
            entry.executeUpdate();
            item.setInt(1, number);
            item.executeUpdate();
        }
        connection.commit();
    }

    private void countRevision() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update catalogue.revision set number = number + 1");
        }
    }

    private double number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            double number = row.getDouble(1);
            connection.commit();
            return number;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
