package org.zhengtong.services.cases.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Succession;
import org.zhengtong.people.organisation.Successions;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemState;

/**
 * Hands the cases of a dissolved body to its successor, each in a transaction of its own: whoever decides at the same
 * moment has decided before, at the old body, or is told that the case has changed. Looked at again and again, so that
 * what still comes in at the old body, such as a waiting part of one thing, follows.
 */
@Component
class BodyChanges {
    private static final Logger LOG = LoggerFactory.getLogger(BodyChanges.class);
    private static final int PAGE = 500;

    /** What goes over: what is open, and what is decided and still to be delivered. */
    static final String GOES_OVER = "(%s or state in ('GRANTED', 'REFUSED'))".formatted(CaseRows.OPEN);

    private final JdbcClient sql;
    private final CaseStore store;
    private final CaseWork work;
    private final Successions successions;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BodyChanges(
            JdbcClient sql,
            CaseStore store,
            CaseWork work,
            Successions successions,
            Catalogue catalogue,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.store = store;
        this.work = work;
        this.successions = successions;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many cases have gone over */
    int pass() {
        LocalDate today = LocalDate.now(clock);
        int moved = 0;
        for (Succession one : successions.all()) {
            if (one.isInForce(today)) {
                endItems(one);
                moved += handOver(one, today);
            }
        }
        return moved;
    }

    /** Nothing is filed any more for what a body offered that is not there. */
    private void endItems(Succession succession) {
        catalogue.items().stream()
                .filter(item -> item.bodyUscc().equals(succession.body().value()) && item.state() == ItemState.IN_USE)
                .forEach(item -> catalogue.setState(item.code(), ItemState.SUSPENDED));
    }

    private int handOver(Succession succession, LocalDate today) {
        int moved = 0;
        UUID after = new UUID(0, 0);
        List<UUID> page;
        do {
            page = concerned(succession, after);
            for (UUID id : page) {
                moved += handOver(new CaseId(id), succession, today) ? 1 : 0;
                after = id;
            }
        } while (page.size() == PAGE);
        if (moved > 0) {
            LOG.info("{} cases of {} go on at {}", moved, succession.body(), succession.successor());
        }
        return moved;
    }

    /** Cases the body handles, and those in which its opinion is awaited. */
    private List<UUID> concerned(Succession succession, UUID after) {
        return sql.sql("""
                        select id from (
                            select id from cases.case_file where body = :body and %s
                            union
                            select id from cases.case_file
                             where asked_bodies <> '{}' and asked_bodies @> array[cast(:body as text)]
                        ) as concerned
                         where id > :after order by id limit :most
                        """.formatted(GOES_OVER))
                .param("body", succession.body().value())
                .param("after", after)
                .param("most", PAGE)
                .query(UUID.class)
                .list();
    }

    private boolean handOver(CaseId id, Succession succession, LocalDate today) {
        try {
            transaction.executeWithoutResult(_ -> {
                boolean ofCase = holdForSuccessor(id, succession);
                CaseFile file = store.find(id, today).orElseThrow();
                Instant now = clock.instant();
                work.carryOut(
                        file,
                        new CaseCommand.GoOnAt(change(succession, ofCase)),
                        Actor.SYSTEM,
                        now,
                        ofCase ? CaseWork.Hands.NOBODY : CaseWork.Hands.of(file));
                file.joint().filter(_ -> ofCase).ifPresent(joint -> nameInJoint(joint, id, succession));
            });
            return true;
        } catch (Problem somebodyWasFaster) {
            LOG.info("Case {} moved while its body was dissolved: {}", id.value(), somebodyWasFaster.code());
            return false;
        }
    }

    /**
     * Waits for whoever is deciding and holds the row, so that what is read next is what is written on.
     *
     * @return whether the dissolved body still handled the case
     */
    private boolean holdForSuccessor(CaseId id, Succession succession) {
        return sql.sql("""
                        update cases.case_file set body = :to, body_name = :name
                         where id = :id and body = :from and %s
                        """.formatted(GOES_OVER))
                        .param("to", succession.successor().value())
                        .param("name", succession.successorName())
                        .param("id", id.value())
                        .param("from", succession.body().value())
                        .update()
                == 1;
    }

    private void nameInJoint(UUID joint, CaseId id, Succession succession) {
        sql.sql("""
                        update cases.joint_part set body = :to, body_name = :name
                         where joint = :joint and filed = :id
                        """)
                .param("to", succession.successor().value())
                .param("name", succession.successorName())
                .param("joint", joint)
                .param("id", id.value())
                .update();
        sql.sql("""
                        update cases.joint_case set lead_body = :to, lead_body_name = :name
                         where id = :joint and lead_body = :from
                        """)
                .param("to", succession.successor().value())
                .param("name", succession.successorName())
                .param("joint", joint)
                .param("from", succession.body().value())
                .update();
    }

    private static CaseCommand.BodyChange change(Succession succession, boolean ofCase) {
        return new CaseCommand.BodyChange(
                ofCase,
                succession.body().value(),
                succession.bodyName(),
                succession.successor().value(),
                succession.successorName(),
                succession.document(),
                succession.reason());
    }

    /** Every ten minutes, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> caseBodyChanges(BodyChanges changes) {
            return Tasks.recurring("cases.body-changes", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((_, _) -> changes.pass());
        }
    }
}
