package org.zhengtong.people.privacy.internal;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.PostOfHouse;
import org.zhengtong.people.privacy.DataRequest;
import org.zhengtong.people.privacy.RequestAnswered;

/** Tells people that their request was answered; the words of the answer stay in the house. */
@Component
class RequestNews implements EventHandler<RequestAnswered> {
    private final RequestStore store;
    private final PostOfHouse post;
    private final MessageSource words;

    RequestNews(RequestStore store, PostOfHouse post, MessageSource words) {
        this.store = store;
        this.post = post;
        this.words = words;
    }

    @Override
    public String name() {
        return "privacy.request-news";
    }

    @Override
    public String topic() {
        return RequestAnswered.TOPIC;
    }

    @Override
    public Class<RequestAnswered> payload() {
        return RequestAnswered.class;
    }

    @Override
    public void handle(OutboxEvent event, RequestAnswered answered) {
        post.connected()
                .ifPresent(present -> store.find(answered.request())
                        .map(DataRequest::person)
                        .ifPresent(person ->
                                present.everywhere(person, say("privacy.news.subject"), say("privacy.news.text"))));
    }

    private String say(String key) {
        return Objects.requireNonNull(words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }
}
