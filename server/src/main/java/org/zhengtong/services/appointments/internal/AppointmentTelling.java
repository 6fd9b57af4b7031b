package org.zhengtong.services.appointments.internal;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.AppointmentNews;
import org.zhengtong.services.appointments.AppointmentNews.What;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** Every change is an event and a leaf of the audit. */
@Component
class AppointmentTelling {
    private final Halls halls;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    AppointmentTelling(Halls halls, Outbox outbox, AuditLog audit, Clock clock) {
        this.halls = halls;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    void tell(Appointment one, What what, String actor) {
        outbox.publish(
                AppointmentNews.TOPIC,
                one.id(),
                new AppointmentNews(
                        one.id(),
                        one.person().value(),
                        one.hall(),
                        halls.hall(one.hall()).map(Hall::name).orElse(one.hall()),
                        one.item(),
                        one.itemName(),
                        one.moment().day(),
                        one.moment().starts(),
                        what,
                        clock.instant()));
        audit.append(
                one.id(),
                action(what),
                actor,
                Map.of(
                        "hall", one.hall(),
                        "item", one.item(),
                        "day", one.moment().day().toString(),
                        "starts", one.moment().starts().toString(),
                        "channel", one.channel().name()));
    }

    private static String action(What what) {
        return "appointments."
                + switch (what) {
                    case OFFERED -> "offer";
                    case BOOKED -> "book";
                    case MOVED -> "move";
                    case POSTPONED -> "postpone";
                    case CANCELLED -> "cancel";
                    case CLOSED -> "close";
                    case REMINDER -> "remind";
                    case KEPT -> "keep";
                    case MISSED -> "miss";
                    case PASSED -> "pass";
                    case LAPSED -> "lapse";
                };
    }
}
