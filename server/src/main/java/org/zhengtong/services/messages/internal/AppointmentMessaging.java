package org.zhengtong.services.messages.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.AppointmentNews;
import org.zhengtong.services.appointments.AppointmentNews.What;

/** Tells people of their appointments, and reminds them the day before. */
@Component
class AppointmentMessaging implements EventHandler<AppointmentNews> {
    private static final Set<What> TOLD = EnumSet.of(
            What.OFFERED,
            What.BOOKED,
            What.MOVED,
            What.POSTPONED,
            What.CANCELLED,
            What.CLOSED,
            What.REMINDER,
            What.MISSED,
            What.LAPSED);

    private final CaseMessageStore messages;
    private final UnreadCounts unread;
    private final Identity identity;
    private final Identifiers identifiers;

    AppointmentMessaging(CaseMessageStore messages, UnreadCounts unread, Identity identity, Identifiers identifiers) {
        this.messages = messages;
        this.unread = unread;
        this.identity = identity;
        this.identifiers = identifiers;
    }

    @Override
    public String name() {
        return "messages.appointments";
    }

    @Override
    public String topic() {
        return AppointmentNews.TOPIC;
    }

    @Override
    public Class<AppointmentNews> payload() {
        return AppointmentNews.class;
    }

    /** Whoever closed their account is told nothing. */
    @Override
    public void handle(OutboxEvent event, AppointmentNews told) {
        PersonId person = new PersonId(told.person());
        if (!TOLD.contains(told.what()) || identity.nameOfPerson(person).isEmpty()) {
            return;
        }
        messages.write(
                identifiers.next(),
                event.sequence(),
                new CaseMessageStore.Told(
                        told.person(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(told.appointment()),
                        Optional.empty(),
                        Optional.of(told.item()),
                        told.day() + " " + told.starts() + " " + told.hallName(),
                        told.itemName(),
                        "APPOINTMENT_" + told.what(),
                        told.at()),
                person);
        unread.forget(person);
    }
}
