package org.zhengtong.services.instruments.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseListener;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.cases.StepKind;

/**
 * Notes that a case has a new document, or is to be packed for the archive; a round does it, so that printing and packing
 * never hold up the events.
 */
@Component
class CaseListening implements CaseListener {
    private final DueInstruments due;

    CaseListening(DueInstruments due) {
        this.due = due;
    }

    @Override
    public String name() {
        return "instruments.cases";
    }

    @Override
    public void handle(OutboxEvent event, CaseEvent told) {
        if (DocumentKind.of(told.what()).isPresent() || told.what() == StepKind.ARCHIVED) {
            due.add(told.caseId(), event.at());
        }
    }
}
