package org.zhengtong.people.identity.internal;

import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonalPost;
import org.zhengtong.people.identity.TelephoneNews;

/** Sends the code to a telephone, and tells a number that was given up. */
@Component
class TelephoneMessages implements EventHandler<TelephoneNews> {
    private final TelephoneStore store;
    private final ObjectProvider<PersonalPost> post;
    private final MessageSource words;

    TelephoneMessages(TelephoneStore store, ObjectProvider<PersonalPost> post, MessageSource words) {
        this.store = store;
        this.post = post;
        this.words = words;
    }

    @Override
    public String name() {
        return "identity.telephone-messages";
    }

    @Override
    public String topic() {
        return TelephoneNews.TOPIC;
    }

    @Override
    public Class<TelephoneNews> payload() {
        return TelephoneNews.class;
    }

    @Override
    public void handle(OutboxEvent event, TelephoneNews news) {
        PersonalPost present = post.getIfAvailable();
        if (present == null || !present.isConnected()) {
            store.forgetBefore(news.subject());
            return;
        }
        switch (news.what()) {
            case CONFIRM -> {
                PersonId person = new PersonId(news.subject());
                store.find(person)
                        .ifPresent(sent -> present.toTelephone(
                                person,
                                say("identity.news.CONFIRM.subject", sent.language()),
                                say("identity.news.CONFIRM.text", sent.language(), sent.code())));
            }
            case GIVEN_UP -> {
                store.before(news.subject())
                        .ifPresent(number -> present.toNumber(
                                number,
                                say("identity.news.GIVEN_UP.subject", Locale.SIMPLIFIED_CHINESE),
                                say("identity.news.GIVEN_UP.text", Locale.SIMPLIFIED_CHINESE)));
                store.forgetBefore(news.subject());
            }
        }
    }

    private String say(String key, Locale language, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, language));
    }
}
