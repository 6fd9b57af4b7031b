package org.zhengtong.voice.evaluation.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.services.queue.TicketNews;
import org.zhengtong.voice.evaluation.Evaluations.Invitation;

/** Whoever was served at a window is asked how it was. */
@Component
class Inviting implements EventHandler<TicketNews> {
    private final EvaluationStore store;

    Inviting(EvaluationStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "evaluation.inviting";
    }

    @Override
    public String topic() {
        return TicketNews.TOPIC;
    }

    @Override
    public Class<TicketNews> payload() {
        return TicketNews.class;
    }

    @Override
    public void handle(OutboxEvent event, TicketNews told) {
        if (told.what() == TicketNews.What.DONE && told.window().isPresent()) {
            store.invite(
                    new Invitation(
                            told.ticket(),
                            told.hall(),
                            told.number(),
                            told.window().get(),
                            told.at()),
                    told.clerk(),
                    told.item());
        }
    }
}
