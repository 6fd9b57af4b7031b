package org.zhengtong.services.messages.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.queue.TicketNear;

/** Tells who waits in a hall that they are called soon. */
@Component
class TicketMessaging implements EventHandler<TicketNear> {
    private final CaseMessageStore messages;
    private final UnreadCounts unread;
    private final Identity identity;
    private final Identifiers identifiers;

    TicketMessaging(CaseMessageStore messages, UnreadCounts unread, Identity identity, Identifiers identifiers) {
        this.messages = messages;
        this.unread = unread;
        this.identity = identity;
        this.identifiers = identifiers;
    }

    @Override
    public String name() {
        return "messages.tickets";
    }

    @Override
    public String topic() {
        return TicketNear.TOPIC;
    }

    @Override
    public Class<TicketNear> payload() {
        return TicketNear.class;
    }

    /** Whoever closed their account is told nothing. */
    @Override
    public void handle(OutboxEvent event, TicketNear told) {
        PersonId person = new PersonId(told.person());
        if (identity.nameOfPerson(person).isEmpty()) {
            return;
        }
        messages.write(
                identifiers.next(),
                event.sequence(),
                new CaseMessageStore.Told(
                        told.person(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new CaseMessage.InLine(told.ticket(), told.before())),
                        Optional.empty(),
                        told.number(),
                        told.hallName(),
                        CaseMessage.TICKET_NEAR,
                        told.at()),
                person);
        unread.forget(person);
    }
}
