package org.zhengtong.people.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.DoneOnce;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.IdentitySettings;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.testing.RoomSchema;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.TestDatabase;

/** A house from before there were mandates: its firms keep their agents, and its sessions go on. */
class FirstMandatesTest {
    private static final PersonId AGENT = new PersonId(new UUID(0, 1));
    private static final Party FIRM = new Party.Firm(new FirmId(new UUID(0, 2)));
    private static final SessionToken TOKEN = new SessionToken("a-token-from-before");

    private final TestClock clock = new TestClock();
    private final Leaves leaves = new Leaves();
    private final NumberEndsTest.CountingCipher cipher = new NumberEndsTest.CountingCipher();
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private JdbcClient sql;
    private TransactionTemplate transaction;
    private MandateStore mandates;

    @BeforeEach
    void anAgentActsForAFirm() {
        database.setUrl(TestDatabase.fresh());
        sql = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        mandates = new MandateStore(sql, (value, field) -> (field + value).getBytes(StandardCharsets.UTF_8), cipher);
        RoomSchema.make(database, "people", "identity", "60");
        sql.sql("""
                        insert into identity.person (id, name, number_sealed, number_index, phone_sealed, phone_index,
                            password, synthetic, created)
                        values (:id, '林小满', '', '1', '', '1', 'x', true, '2025-11-01')
                        """).param("id", AGENT.value()).update();
        sql.sql("""
                        insert into identity.firm (id, uscc, name, legal_representative, agent, synthetic, created)
                        values (:id, '91330100MA00000001', '青石公司', '王法定', :agent, true, '2025-12-31T20:00:00Z')
                        """).param("id", FIRM.id()).param("agent", AGENT.value()).update();
        sql.sql("""
                        insert into identity.session (id, digest, person, acting_for, created, last_seen, expires, device,
                            way, confirmed)
                        values (:id, :digest, :person, :firm, :now, :now, :expires, '电脑', 'PASSWORD', :now)
                        """)
                .param("id", new UUID(0, 3))
                .param("digest", SecretToken.digest(TOKEN.value()))
                .param("person", AGENT.value())
                .param("firm", FIRM.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", Timestamp.from(clock.instant().plus(Duration.ofHours(12))))
                .update();
        RoomSchema.make(database, "people", "identity");
    }

    @Test
    void the_agent_of_a_firm_acts_for_it_and_the_open_session_as_well() {
        assertThat(reach().others()).as("before the house has started").isEmpty();

        start();

        assertThat(reach().others()).containsExactly(FIRM);
        assertThat(reach().mayFileAnything(FIRM)).isTrue();
        assertThat(reach().mayReadAll(FIRM)).isTrue();
        assertThat(reach().mayCollect(FIRM, "A-1")).isTrue();
        assertThat(mandates.of(FIRM))
                .singleElement()
                .satisfies(mandate ->
                        assertThat(mandate.from()).as("the day in Yunxi").isEqualTo(LocalDate.of(2026, 1, 1)));
        assertThat(sessions().find(TOKEN).flatMap(SignedIn::actingFor)).contains(FIRM);
        assertThat(leaves.all).extracting(Leaf::action).containsExactly("identity.seal-mandates");
    }

    @Test
    void rows_are_sealed_once_and_what_is_put_in_later_gives_no_power() {
        start();
        sql.sql("""
                        insert into identity.mandate (id, principal_kind, principal, agent, kind, powers, items, from_day,
                            shown_by, stage, granted_by, granted_at)
                        values (:id, 'FIRM', :id, :agent, 'AGENT', '{COLLECT,FILE,READ}', '{}', '2020-01-01', 'REGISTER',
                            'GIVEN', 'person:x', '2020-01-01')
                        """).param("id", new UUID(0, 9)).param("agent", AGENT.value()).update();

        start();

        assertThat(reach().others()).containsExactly(FIRM);
        assertThat(leaves.all).hasSize(1);
    }

    private void start() {
        new FirstMandates(mandates, new DoneOnce(leaves, leaves, transaction)).afterSingletonsInstantiated();
    }

    private Reach reach() {
        return new Reach(AGENT, mandates.inForceBy(AGENT, LocalDate.now(clock)));
    }

    private LiveSessions sessions() {
        Random random = new Random(1);
        return new LiveSessions(
                new SessionStore(sql, new NamedParameterJdbcTemplate(database), cipher),
                mandates,
                new KnownDevices(sql, random, clock),
                (_, _, _) -> {},
                leaves,
                transaction,
                new Identifiers(clock, random),
                random,
                clock,
                new IdentitySettings(
                        Duration.ofHours(2),
                        Duration.ofHours(12),
                        Duration.ofHours(1),
                        20,
                        Duration.ofHours(24),
                        List.of(),
                        Duration.ofDays(365)));
    }

    /** Not a chain: keeps what was written, and finds it by its subject. */
    private static final class Leaves implements AuditLog, AuditTrail {
        private final List<Leaf> all = new ArrayList<>();

        @Override
        public void append(UUID subject, String action, String actor, Map<String, String> facts) {
            all.add(new Leaf(all.size(), subject, 1, action, actor, TestClock.START, facts, ""));
        }

        @Override
        public List<Leaf> find(AuditQuestion question) {
            return all.stream()
                    .filter(leaf -> question.subject().equals(Optional.of(leaf.subject())))
                    .toList();
        }

        @Override
        public Optional<BrokenLeaf> verify(UUID subject) {
            return Optional.empty();
        }

        @Override
        public Optional<BrokenLeaf> verifyAll() {
            return Optional.empty();
        }
    }
}
