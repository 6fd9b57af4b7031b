package org.zhengtong.services.messages.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MandateNews;
import org.zhengtong.people.identity.PersonId;

/** Tells principals and agents that a mandate was offered, begins, ends soon or has ended. */
@Component
class MandateMessaging implements EventHandler<MandateNews> {
    private final CaseMessageStore messages;
    private final UnreadCounts unread;
    private final Identity identity;
    private final Identifiers identifiers;

    MandateMessaging(CaseMessageStore messages, UnreadCounts unread, Identity identity, Identifiers identifiers) {
        this.messages = messages;
        this.unread = unread;
        this.identity = identity;
        this.identifiers = identifiers;
    }

    @Override
    public String name() {
        return "messages.mandates";
    }

    @Override
    public String topic() {
        return MandateNews.TOPIC;
    }

    @Override
    public Class<MandateNews> payload() {
        return MandateNews.class;
    }

    @Override
    public void handle(OutboxEvent event, MandateNews told) {
        PersonId person = identity.toldFor(told.party());
        messages.write(
                identifiers.next(),
                event.sequence(),
                new CaseMessageStore.Told(
                        told.party(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(told.mandate()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        told.other(),
                        "MANDATE_" + told.what(),
                        told.at()),
                person);
        unread.forget(person);
    }
}
