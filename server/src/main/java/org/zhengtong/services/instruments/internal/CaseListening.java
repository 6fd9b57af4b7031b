package org.zhengtong.services.instruments.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.DocumentKind;

/** Notes that a case has a new document; a round issues it, so that printing never holds up the events. */
@Component
class CaseListening implements EventHandler<CaseEvent> {
    private final DueInstruments due;

    CaseListening(DueInstruments due) {
        this.due = due;
    }

    @Override
    public String name() {
        return "instruments.cases";
    }

    @Override
    public String topic() {
        return "cases.*";
    }

    @Override
    public Class<CaseEvent> payload() {
        return CaseEvent.class;
    }

    @Override
    public void handle(OutboxEvent event, CaseEvent told) {
        if (DocumentKind.of(told.what()).isPresent()) {
            due.add(told.caseId(), event.at());
        }
    }
}
