package org.zhengtong.services.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** The hot path may cost four statements and one commit. Needs a program of its own, whose connections are listened to. */
@ZhengtongTest
@Import(FilingStatementsTest.Listening.class)
class FilingStatementsTest {
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    @Autowired
    Cases cases;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Identity identity;

    @Autowired
    Identifiers identifiers;

    @Test
    void filing_costs_at_most_four_statements_and_one_commit() {
        People.Someone someone = new People(identity).someone("林小满");
        ServiceItem item = catalogue.items().getFirst();
        FilingOrder order = new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(someone.id()),
                someone.id(),
                Map.of(),
                Map.of(),
                List.of(),
                Channel.API);
        cases.file(new FilingOrder(
                identifiers.next(),
                item,
                order.applicant(),
                order.agent(),
                Map.of(),
                Map.of(),
                List.of(),
                Channel.API));
        HEARD.clear();

        cases.file(order);

        assertThat(HEARD).filteredOn("commit"::equals).hasSize(1);
        assertThat(HEARD).filteredOn(heard -> !heard.equals("commit")).hasSizeLessThanOrEqualTo(4);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {
        @Bean
        static BeanPostProcessor listener() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool && name.equals("dataSource") ? listened(pool) : bean;
                }
            };
        }
    }

    private static DataSource listened(DataSource pool) {
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                return listened(super.getConnection());
            }
        };
    }

    private static Connection listened(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                FilingStatementsTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepareStatement" -> HEARD.add((String) arguments[0]);
                        case "commit" -> HEARD.add("commit");
                        default -> {}
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
