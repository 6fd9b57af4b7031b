package org.zhengtong.services.licences.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.licences.InventedIssuer;
import org.zhengtong.testing.GivenMandates;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.TestDatabase;

/** This room on a real database, with simple stand-ins for the rooms below. */
public final class RoomAlone {
    private RoomAlone() {}

    public static AnnotationConfigApplicationContext open() {
        return new AnnotationConfigApplicationContext(Beans.class);
    }

    /** What the rooms below were told. */
    public static final class Ground {
        public final List<Object> published = new ArrayList<>();
        public final Map<PersonId, List<Party.Firm>> agents = new ConcurrentHashMap<>();
        public final Identifiers identifiers;

        Ground(Identifiers identifiers) {
            this.identifiers = identifiers;
        }

        Reach reach(PersonId agent) {
            return new Reach(
                    agent,
                    agents.getOrDefault(agent, List.of()).stream()
                            .map(firm -> GivenMandates.whole(firm, agent))
                            .toList());
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import({
        IssuedLicences.class,
        LicenceStore.class,
        LicenceTypes.class,
        PrintedNumbers.class,
        Sealing.class,
        Versioning.class,
        Readings.class,
        LicenceCodes.class,
        SignedIssuers.class,
        LicencesConfiguration.class
    })
    static class Beans {
        @Bean
        HikariDataSource dataSource() {
            HikariDataSource dataSource = new HikariDataSource();
            dataSource.setJdbcUrl(TestDatabase.fresh());
            dataSource.setMaximumPoolSize(4);
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas("licences")
                    .defaultSchema("licences")
                    .locations("classpath:db/services/licences")
                    .load()
                    .migrate();
            return dataSource;
        }

        @Bean
        JdbcClient database(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        TestClock clock() {
            return new TestClock();
        }

        @Bean
        Identifiers identifiers(Clock clock) {
            return new Identifiers(clock, new Random(7));
        }

        @Bean
        Ground ground(Identifiers identifiers) {
            return new Ground(identifiers);
        }

        @Bean
        Identity identity(Ground ground) {
            return (Identity) Proxy.newProxyInstance(
                    Identity.class.getClassLoader(), new Class<?>[] {Identity.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("reachOf")) {
                            return ground.reach((PersonId) arguments[0]);
                        }
                        throw new UnsupportedOperationException(method.getName());
                    });
        }

        @Bean
        Outbox outbox(Ground ground) {
            return (topic, subject, payload) -> ground.published.add(payload);
        }

        @Bean
        AuditLog audit() {
            return (subject, action, actor, facts) -> {};
        }

        @Bean
        InventedSeals seals() {
            return new InventedSeals();
        }

        @Bean
        Organisation organisation() {
            return (Organisation) Proxy.newProxyInstance(
                    Organisation.class.getClassLoader(),
                    new Class<?>[] {Organisation.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("bodies")) {
                            return List.of(
                                    new Body(new Uscc("11339900990000025L"), "云溪市市场监督管理局", "339900", "", "", "", ""));
                        }
                        throw new UnsupportedOperationException(method.getName());
                    });
        }

        @Bean
        FieldCipher cipher() {
            return new HiddenFields();
        }
    }

    /** Real signatures, keys that are forgotten. */
    static final class InventedSeals implements Seals, SealCertificates {
        private final Map<String, InventedIssuer> issuers = new ConcurrentHashMap<>();

        @Override
        public byte[] seal(String holder, byte[] content) {
            return issuers.computeIfAbsent(holder, InventedIssuer::new).sign(content);
        }

        @Override
        public boolean verify(String holder, byte[] content, byte[] signature) {
            return issuers.containsKey(holder) && issuers.get(holder).verify(content, signature);
        }

        @Override
        public Optional<byte[]> of(String holder) {
            return Optional.ofNullable(issuers.get(holder)).map(InventedIssuer::certificate);
        }
    }

    /** Turned bits and a digest that binds content and place. */
    private static final class HiddenFields implements FieldCipher {
        @Override
        public byte[] seal(byte[] plain, String context) {
            byte[] digest = Sm3.hmac(context.getBytes(StandardCharsets.UTF_8), plain);
            byte[] sealed = Arrays.copyOf(digest, digest.length + plain.length);
            for (int i = 0; i < plain.length; i++) {
                sealed[digest.length + i] = (byte) ~plain[i];
            }
            return sealed;
        }

        @Override
        public byte[] open(byte[] sealed, String context) {
            byte[] plain = Arrays.copyOfRange(sealed, 32, sealed.length);
            for (int i = 0; i < plain.length; i++) {
                plain[i] = (byte) ~plain[i];
            }
            if (!Arrays.equals(seal(plain, context), sealed)) {
                throw new IllegalStateException("changed");
            }
            return plain;
        }

        @Override
        public byte[] seal(String plain, String context) {
            return seal(plain.getBytes(StandardCharsets.UTF_8), context);
        }

        @Override
        public String openText(byte[] sealed, String context) {
            return new String(open(sealed, context), StandardCharsets.UTF_8);
        }
    }
}
