package org.zhengtong.services.messages.internal;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonalPost;
import org.zhengtong.services.messages.Carrier;
import org.zhengtong.services.messages.Letter;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.NotCarried;
import org.zhengtong.services.messages.Subscriptions.Choice;

/** What concerns somebody's account is told to the telephone kept for them, whether or not they subscribed to it. */
@Component
class TelephonePost implements PersonalPost {
    private static final Logger LOG = LoggerFactory.getLogger(TelephonePost.class);
    private final Carriers carriers;
    private final SubscriptionStore subscriptions;
    private final Identity identity;

    TelephonePost(Carriers carriers, SubscriptionStore subscriptions, Identity identity) {
        this.carriers = carriers;
        this.subscriptions = subscriptions;
        this.identity = identity;
    }

    @Override
    public boolean isConnected() {
        return carriers.of(MessageChannel.SMS).isPresent();
    }

    @Override
    public boolean isDemonstration() {
        return carriers.isDemonstration(MessageChannel.SMS);
    }

    @Override
    public void toTelephone(PersonId person, String subject, String text) {
        toNumber(identity.person(person).phone(), subject, text);
    }

    @Override
    public void toNumber(String phone, String subject, String text) {
        carry(MessageChannel.SMS, phone, subject, text);
    }

    @Override
    public void everywhere(PersonId person, String subject, String text) {
        subscriptions
                .find(person, MessageChannel.MAIL)
                .filter(one -> one.state() == Choice.State.ON)
                .flatMap(SubscriptionStore.Subscription::address)
                .ifPresent(address -> carry(MessageChannel.MAIL, address, subject, text));
        toTelephone(person, subject, text);
    }

    /** A refused letter is not tried again: the same text to the same address fares no better. */
    private void carry(MessageChannel channel, String to, String subject, String text) {
        Optional<Carrier> carrier = carriers.of(channel);
        if (carrier.isEmpty()) {
            return;
        }
        try {
            carrier.get().carry(new Letter(to, subject, text, Optional.empty()));
        } catch (NotCarried e) {
            if (e.fault() != NotCarried.Fault.REFUSED) {
                throw new IllegalStateException("not carried: " + e.fault(), e);
            }
            LOG.warn("A letter by {} about somebody's account was refused", channel);
        }
    }
}
