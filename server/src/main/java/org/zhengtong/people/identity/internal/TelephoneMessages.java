package org.zhengtong.people.identity.internal;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonalPost;
import org.zhengtong.people.identity.PostOfHouse;
import org.zhengtong.people.identity.TelephoneNews;
import org.zhengtong.people.identity.TelephoneNews.What;

/** Sends the code to a telephone, and tells a number that was given up. */
@Component
class TelephoneMessages implements EventHandler<TelephoneNews> {
    private final TelephoneStore store;
    private final NumberSignInStore signIns;
    private final PostOfHouse post;
    private final MessageSource words;

    TelephoneMessages(TelephoneStore store, NumberSignInStore signIns, PostOfHouse post, MessageSource words) {
        this.store = store;
        this.signIns = signIns;
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
        switch (news.what()) {
            case CONFIRM -> post.connected().ifPresent(present -> sendCode(present, new PersonId(news.subject())));
            case SIGN_IN -> post.connected().ifPresent(present -> sendSignIn(present, news.subject()));
            case GIVEN_UP -> {
                post.connected().ifPresent(present -> tellGivenUp(present, news.subject()));
                store.forgetBefore(news.subject());
            }
        }
    }

    private void sendCode(PersonalPost present, PersonId person) {
        store.find(person).ifPresent(sent -> send(present, person, What.CONFIRM, sent.language(), sent.code()));
    }

    private void sendSignIn(PersonalPost present, UUID row) {
        signIns.find(row)
                .ifPresent(sent -> sent.person()
                        .ifPresent(person -> send(present, person, What.SIGN_IN, sent.language(), sent.code())));
    }

    private void send(PersonalPost present, PersonId person, What what, Locale language, String code) {
        present.toTelephone(
                person,
                say("identity.news." + what + ".subject", language),
                say("identity.news." + what + ".text", language, code));
    }

    private void tellGivenUp(PersonalPost present, UUID before) {
        store.before(before)
                .ifPresent(number -> present.toNumber(
                        number,
                        say("identity.news.GIVEN_UP.subject", Locale.SIMPLIFIED_CHINESE),
                        say("identity.news.GIVEN_UP.text", Locale.SIMPLIFIED_CHINESE)));
    }

    private String say(String key, Locale language, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, language));
    }
}
