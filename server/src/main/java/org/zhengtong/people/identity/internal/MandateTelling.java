package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateNews;
import org.zhengtong.people.identity.MandateNews.What;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;

/** Tells principal and agent of a mandate, in the running transaction. */
@Component
class MandateTelling {
    private final PersonStore persons;
    private final FirmStore firms;
    private final Outbox outbox;
    private final Clock clock;

    MandateTelling(PersonStore persons, FirmStore firms, Outbox outbox, Clock clock) {
        this.persons = persons;
        this.firms = firms;
        this.outbox = outbox;
        this.clock = clock;
    }

    void both(Mandate mandate, What what) {
        agent(mandate, what);
        principal(mandate, what);
    }

    void agent(Mandate mandate, What what) {
        tell(mandate, mandate.agent().value(), nameOf(mandate.principal()), what);
    }

    void principal(Mandate mandate, What what) {
        tell(mandate, mandate.principal().id(), nameOf(new Party.Person(mandate.agent())), what);
    }

    private void tell(Mandate mandate, UUID party, String other, What what) {
        outbox.publish(
                MandateNews.TOPIC,
                mandate.id(),
                new MandateNews(mandate.id(), party, other, mandate.kind(), what, clock.instant()));
    }

    private String nameOf(Party party) {
        return switch (party) {
            case Party.Firm(FirmId firm) -> firms.name(firm).orElse("");
            case Party.Person(PersonId person) ->
                MaskedName.of(persons.name(person).orElse("")).value();
        };
    }
}
