package org.zhengtong.services.queue.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.TicketNews;
import org.zhengtong.services.queue.TicketNews.What;

/** Every change is an event and a leaf of the audit. */
@Component
class Telling {
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    Telling(Outbox outbox, AuditLog audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    void tell(Ticket one, What what, Optional<PersonId> clerk, String actor) {
        outbox.publish(
                TicketNews.TOPIC,
                one.id(),
                new TicketNews(
                        one.id(),
                        one.person().map(PersonId::value),
                        one.hall(),
                        one.number(),
                        one.matter().map(Ticket.Matter::item),
                        one.window(),
                        clerk.map(PersonId::value),
                        what,
                        clock.instant()));
        audit.append(
                one.id(),
                "queue." + what.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                actor,
                Map.of(
                        "hall", one.hall(),
                        "number", one.number(),
                        "window", one.window().map(String::valueOf).orElse("")));
    }
}
