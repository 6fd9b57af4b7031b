package org.zhengtong.services.queue.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.TicketNear;
import org.zhengtong.services.queue.Tickets.Standing;

/** Looks who is near now, beside the line and not within its changes: no call waits for it. */
@Component
class Nearing {
    private static final int SECONDS = 15;

    private final TicketStore tickets;
    private final Snapshots snapshots;
    private final Halls halls;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Nearing(
            TicketStore tickets,
            Snapshots snapshots,
            Halls halls,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.tickets = tickets;
        this.snapshots = snapshots;
        this.halls = halls;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void pass() {
        tickets.hallsNotTold(snapshots.today())
                .forEach(hall -> snapshots.of(hall).ifPresent(line -> look(hall, line)));
    }

    private void look(String hall, Snapshot line) {
        for (Ticket one : tickets.notTold(hall, snapshots.today())) {
            Standing standing = line.standing(one);
            if (standing.isNear()) {
                one.person().ifPresent(person -> tell(one, person, standing));
            }
        }
    }

    private void tell(Ticket one, PersonId person, Standing standing) {
        transaction.executeWithoutResult(_ -> {
            if (tickets.nearTold(one.party(), clock.instant())) {
                outbox.publish(
                        TicketNear.TOPIC,
                        one.id(),
                        new TicketNear(
                                one.id(),
                                person.value(),
                                one.hall(),
                                halls.hall(one.hall()).map(Hall::name).orElse(one.hall()),
                                one.number(),
                                standing.before(),
                                clock.instant()));
                audit.append(
                        one.id(),
                        "queue.near",
                        "system",
                        Map.of(
                                "hall",
                                one.hall(),
                                "number",
                                one.number(),
                                "before",
                                Integer.toString(standing.before())));
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> queueNearTask(Nearing nearing) {
            return Tasks.recurring("queue.near", FixedDelay.ofSeconds(SECONDS)).execute((_, _) -> nearing.pass());
        }
    }
}
