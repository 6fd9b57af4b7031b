package org.zhengtong.services.messages.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Messages;

/** A page of the messages, the newest first. */
public record MessageListView(List<CaseMessage> messages, boolean anyUnread, String done) {
    /** The place the next page begins below; empty on the last page. */
    public Optional<Long> more() {
        return messages.size() < Messages.PAGE
                ? Optional.empty()
                : Optional.of(messages.getLast().place());
    }
}
