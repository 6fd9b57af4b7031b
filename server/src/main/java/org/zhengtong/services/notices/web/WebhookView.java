package org.zhengtong.services.notices.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.notices.Message;
import org.zhengtong.services.notices.Notices;
import org.zhengtong.services.notices.ReceiverSummary;
import org.zhengtong.services.notices.Topic;

/**
 * A receiver with what it was told.
 *
 * @param topics as chosen, also when the choice was not taken
 * @param secret just made, and never shown again
 */
public record WebhookView(
        ReceiverSummary summary,
        List<Message> messages,
        Set<String> topics,
        FormState form,
        Optional<SharedSecret> secret,
        String done) {

    public String path() {
        return "/desk/webhooks/" + summary.receiver().id();
    }

    /** Key of the words for a topic. */
    public String words(Message message) {
        return Topic.all().stream()
                .filter(topic -> topic.name().equals(message.topic()))
                .findFirst()
                .map(topic -> "cases.step." + topic.step())
                .orElse("notices.trial");
    }

    /** The place the next page of the history begins below; empty on the last page. */
    public Optional<Long> more() {
        return messages.size() < Notices.HISTORY
                ? Optional.empty()
                : Optional.of(messages.getLast().place());
    }
}
