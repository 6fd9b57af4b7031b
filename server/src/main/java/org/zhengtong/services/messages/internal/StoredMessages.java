package org.zhengtong.services.messages.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Letter;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.Messages;

/** Reading what one was told. */
@Service
class StoredMessages implements Messages {
    private final CaseMessageStore store;
    private final SubscriptionStore subscriptions;
    private final LetterWriting writing;
    private final UnreadCounts counts;
    private final Identity identity;
    private final Clock clock;

    StoredMessages(
            CaseMessageStore store,
            SubscriptionStore subscriptions,
            LetterWriting writing,
            UnreadCounts counts,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.writing = writing;
        this.counts = counts;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public int unread(PersonId reader) {
        return counts.of(reader, one -> store.unread(identity.reachOf(one)));
    }

    @Override
    public List<CaseMessage> of(PersonId reader, OptionalLong before) {
        return store.of(identity.reachOf(reader), before);
    }

    @Override
    public List<CaseMessage> keptOf(PersonId person, OptionalLong before) {
        return store.of(identity.reachOf(person).withoutOtherPersons(), before);
    }

    @Override
    public CaseMessage open(PersonId reader, UUID message) {
        CaseMessage found =
                store.find(message, identity.reachOf(reader)).orElseThrow(() -> Problem.notFound("messages.unknown"));
        if (!found.read()) {
            store.markRead(message, clock.instant());
            counts.forget(reader);
        }
        return found;
    }

    @Override
    public void markAllRead(PersonId reader) {
        store.markAllRead(identity.reachOf(reader), clock.instant());
        counts.forget(reader);
    }

    @Override
    public Letter letter(PersonId reader, CaseMessage message, MessageChannel channel) {
        Optional<SubscriptionStore.Subscription> chosen = subscriptions.find(reader, channel);
        return writing.letter(
                message,
                channel,
                "",
                chosen.map(SubscriptionStore.Subscription::language).orElse(Locale.SIMPLIFIED_CHINESE),
                chosen.map(SubscriptionStore.Subscription::token));
    }
}
