package org.zhengtong.testing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Does with the program's database what only its owner can: the program's own role cannot bend the audit log. */
public final class OwnersHand {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    OwnersHand(@Nullable String url) {
        DriverManagerDataSource database = new DriverManagerDataSource(Objects.requireNonNull(url));
        sql = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    public void run(String statement) {
        transaction.executeWithoutResult(_ -> sql.sql(statement).update());
    }
}
