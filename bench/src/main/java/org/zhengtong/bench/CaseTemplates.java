package org.zhengtong.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.ground.crypto.FieldCipher;

/**
 * The cases of the demo city, opened, to be multiplied: whatever columns the tables have, and what is sealed in plain.
 *
 * @param open those under way
 */
record CaseTemplates(List<String> caseColumns, List<String> stepColumns, List<Case> open, List<Case> ended) {
    private static final String RUNNING = """
            state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'CORRECTION_REQUESTED', 'ACCEPTED', 'IN_REVIEW',
                      'SUSPENDED', 'REVIEWED')
            """;

    /** A case with its steps; column → value as text, absent for null. */
    @SuppressWarnings("ArrayRecordComponent")
    record Case(UUID id, Map<String, String> row, byte[] name, byte[] content, List<Step> steps) {}

    /** A step. */
    @SuppressWarnings("ArrayRecordComponent")
    record Step(Map<String, String> row, byte[] detail) {}

    static CaseTemplates read(Connection connection, FieldCipher cipher) throws SQLException {
        List<String> caseColumns = columns(connection, "cases.case_file");
        List<String> stepColumns = columns(connection, "cases.step");
        return new CaseTemplates(
                caseColumns,
                stepColumns,
                cases(connection, cipher, caseColumns, stepColumns, RUNNING),
                cases(connection, cipher, caseColumns, stepColumns, "not (" + RUNNING + ")"));
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table + " limit 0")) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            return names;
        }
    }

    private static List<Case> cases(
            Connection connection, FieldCipher cipher, List<String> caseColumns, List<String> stepColumns, String which)
            throws SQLException {
        List<Case> cases = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from cases.case_file where " + which)) {
            while (row.next()) {
                UUID id = row.getObject("id", UUID.class);
                cases.add(new Case(
                        id,
                        values(row, caseColumns),
                        cipher.open(row.getBytes("applicant_name"), CaseCopies.nameOf(id)),
                        cipher.open(row.getBytes("content"), CaseCopies.contentOf(id)),
                        steps(connection, cipher, stepColumns, id)));
            }
        }
        return List.copyOf(cases);
    }

    private static List<Step> steps(Connection connection, FieldCipher cipher, List<String> columns, UUID id)
            throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select * from cases.step where case_id = '" + id + "' order by number")) {
            while (row.next()) {
                steps.add(new Step(
                        values(row, columns),
                        cipher.open(row.getBytes("detail"), CaseCopies.detailOf(id, row.getString("number")))));
            }
        }
        return List.copyOf(steps);
    }

    private static Map<String, String> values(ResultSet row, List<String> columns) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : columns) {
            String value = row.getString(column);
            if (value != null) {
                values.put(column, value);
            }
        }
        return values;
    }
}
