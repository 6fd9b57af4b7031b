package org.zhengtong.services.queue.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Entry;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Ticket;

/** The person's numbers. */
@Component
@Order(36)
class TicketRecords implements PersonalRecords {
    private static final int ALL = 10_000;

    private final TicketStore tickets;
    private final Halls halls;

    TicketRecords(TicketStore tickets, Halls halls) {
        this.tickets = tickets;
        this.halls = halls;
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public List<PersonalRecord> of(PersonId person) {
        return tickets.of(person, ALL).stream().map(this::record).toList();
    }

    private PersonalRecord record(Ticket one) {
        return new PersonalRecord(
                one.number(),
                List.of(
                        Entry.of("hall", halls.hall(one.hall()).map(Hall::name).orElse(one.hall())),
                        Entry.of("time", one.day().toString()),
                        Entry.said("state", "queue.state." + one.state())));
    }

    /** Numbers stay for the statistics; whose they were is forgotten. */
    @Override
    public Optional<String> erase(PersonId person) {
        tickets.forget(person);
        return Optional.empty();
    }
}
