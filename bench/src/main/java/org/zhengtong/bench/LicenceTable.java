package org.zhengtong.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.util.CommandContextUtil;

/**
 * What a process does to issue a licence: it writes a row like one the program has written, with the same indexes, in
 * the engine's transaction. It need not seal anything, nor draw a serial number.
 *
 * @param like a licence of the program
 */
record LicenceTable(Records.LicenceRow like) implements JavaDelegate {
    static final String CREATION = "create table licence (like licences.licence_version including all)";

    @Override
    public void execute(DelegateExecution execution) {
        Connection connection =
                CommandContextUtil.getDbSqlSession().getSqlSession().getConnection();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into licence (
                    licence, version, identifier, type, holder_kind, holder, issuer,
                    issued_on, valid_until, state, granted_by, record, signature)
                values (?, 1, ?, ?, 'person', ?, ?, current_date, current_date + 1461, 'VALID', ?, ?, ?)
                """)) {
            UUID id = UUID.randomUUID();
            statement.setObject(1, id);
            statement.setString(2, identifier(id));
            statement.setString(3, like.type());
            statement.setObject(4, execution.getVariable(ProcessLife.APPLICANT, UUID.class));
            statement.setString(5, like.issuer());
            statement.setObject(6, UUID.fromString(execution.getProcessInstanceBusinessKey()));
            statement.setBytes(7, like.record());
            statement.setBytes(8, like.signature());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the licence was not written", e);
        }
    }

    /** Of the same length, and no other's. */
    private String identifier(UUID id) {
        String unique = id.toString();
        return like.identifier().substring(0, like.identifier().length() - unique.length()) + unique;
    }
}
