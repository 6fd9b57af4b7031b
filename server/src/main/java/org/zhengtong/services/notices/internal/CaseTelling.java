package org.zhengtong.services.notices.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseListener;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.cases.StepKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a message for each receiver that wants to be told, in the transaction that takes the event from the outbox: from
 * then on nothing is lost, and no receiver waits for another.
 */
@Component
class CaseTelling implements CaseListener {
    private final ReceiverStore receivers;
    private final MessageStore messages;
    private final Identifiers identifiers;
    private final JsonMapper json;

    CaseTelling(ReceiverStore receivers, MessageStore messages, Identifiers identifiers, JsonMapper json) {
        this.receivers = receivers;
        this.messages = messages;
        this.identifiers = identifiers;
        this.json = json;
    }

    /** What is sent: the event without its applicant, who is nobody's outside the house, not even as an identifier. */
    record Told(
            String event,
            UUID caseId,
            String receiptNumber,
            String item,
            String body,
            StepKind what,
            CaseState state,
            Optional<Outcome> outcome,
            Instant at) {}

    @Override
    public String name() {
        return "notices.cases";
    }

    @Override
    public void handle(OutboxEvent event, CaseEvent told) {
        receivers
                .wanting(told.body(), event.topic())
                .forEach(receiver -> messages.add(new MessageStore.Written(
                        identifiers.next(),
                        receiver,
                        told.caseId(),
                        told.receiptNumber(),
                        event.topic(),
                        json.writeValueAsString(told(event, told)),
                        event.at())));
    }

    private static Told told(OutboxEvent event, CaseEvent told) {
        return new Told(
                event.topic(),
                told.caseId(),
                told.receiptNumber(),
                told.item(),
                told.body(),
                told.what(),
                told.state(),
                told.outcome(),
                told.at());
    }
}
