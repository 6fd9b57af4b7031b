package org.zhengtong.services.messages.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.UnreadSource;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.messages.Messages;

/** The count beside "messages" in the header of every page. */
@Component
class UnreadInHeader implements UnreadSource {
    private static final String PERSON = "person:";

    private final Messages messages;

    UnreadInHeader(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int unread(String caller) {
        return caller.startsWith(PERSON)
                ? messages.unread(new PersonId(UUID.fromString(caller.substring(PERSON.length()))))
                : 0;
    }
}
