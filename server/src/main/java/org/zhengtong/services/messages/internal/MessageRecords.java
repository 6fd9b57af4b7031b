package org.zhengtong.services.messages.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Messages;

/** What the person was told, and by which channels they want to be told. */
@Component
@Order(40)
class MessageRecords implements PersonalRecords {
    private final Messages messages;
    private final CaseMessageStore store;
    private final SubscriptionStore subscriptions;

    MessageRecords(Messages messages, CaseMessageStore store, SubscriptionStore subscriptions) {
        this.messages = messages;
        this.store = store;
        this.subscriptions = subscriptions;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return Stream.concat(subscriptions.of(person).stream().map(MessageRecords::record), told(person))
                .toList();
    }

    private static PersonalRecord record(SubscriptionStore.Subscription chosen) {
        return new PersonalRecord(
                chosen.channel().name(),
                chosen.address()
                        .map(address -> List.of(Entry.of("address-of-channel", address)))
                        .orElseGet(List::of));
    }

    /** Page after page, to the oldest. */
    private Stream<PersonalRecord> told(PersonId person) {
        return Stream.iterate(
                        messages.keptOf(person, OptionalLong.empty()),
                        page -> !page.isEmpty(),
                        page -> messages.keptOf(
                                person, OptionalLong.of(page.getLast().place())))
                .flatMap(List::stream)
                .map(MessageRecords::record);
    }

    private static PersonalRecord record(CaseMessage message) {
        return new PersonalRecord(
                message.itemName(),
                List.of(
                        Entry.of("receipt-number", message.receiptNumber()),
                        Entry.happened(message.at(), "messages.what." + message.what())));
    }

    @Override
    public Optional<String> erase(PersonId person) {
        store.deleteAllTo(Set.of(person.value()));
        subscriptions.deleteAllOf(person);
        return Optional.empty();
    }
}
