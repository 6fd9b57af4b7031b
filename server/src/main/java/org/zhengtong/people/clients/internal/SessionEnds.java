package org.zhengtong.people.clients.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.SessionsEnded;

/** With a session of the house ends what was begun in it elsewhere. */
@Component
class SessionEnds implements EventHandler<SessionsEnded> {
    private final Endings endings;

    SessionEnds(Endings endings) {
        this.endings = endings;
    }

    @Override
    public String name() {
        return "clients.session-ends";
    }

    @Override
    public String topic() {
        return SessionsEnded.TOPIC;
    }

    @Override
    public Class<SessionsEnded> payload() {
        return SessionsEnded.class;
    }

    @Override
    public void handle(OutboxEvent event, SessionsEnded ended) {
        endings.lookAt(ended.person());
    }
}
