package org.zhengtong.services.messages.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseListener;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.messages.CaseMessage;

/**
 * Writes what a person is told, in the transaction that takes the event from the outbox: nothing is lost, no filing waits
 * for it, and no carrier is talked to here.
 */
@Component
class CaseMessaging implements CaseListener {
    private final CaseMessageStore messages;
    private final UnreadCounts unread;
    private final Identity identity;
    private final Catalogue catalogue;
    private final Identifiers identifiers;

    CaseMessaging(
            CaseMessageStore messages,
            UnreadCounts unread,
            Identity identity,
            Catalogue catalogue,
            Identifiers identifiers) {
        this.messages = messages;
        this.unread = unread;
        this.identity = identity;
        this.catalogue = catalogue;
        this.identifiers = identifiers;
    }

    @Override
    public String name() {
        return "messages.cases";
    }

    @Override
    public void handle(OutboxEvent event, CaseEvent told) {
        if (!CaseMessage.TOLD.contains(told.what())) {
            return;
        }
        PersonId person = identity.toldFor(told.applicant());
        messages.write(identifiers.next(), event.sequence(), message(told), person);
        unread.forget(person);
    }

    private CaseMessageStore.Told message(CaseEvent told) {
        return new CaseMessageStore.Told(
                told.applicant(),
                Optional.of(told.caseId()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(told.item()),
                told.receiptNumber(),
                itemName(told),
                told.what().name(),
                told.at());
    }

    private String itemName(CaseEvent told) {
        return ItemCode.parse(told.item())
                .flatMap(catalogue::item)
                .map(ServiceItem::name)
                .orElse(told.receiptNumber());
    }
}
