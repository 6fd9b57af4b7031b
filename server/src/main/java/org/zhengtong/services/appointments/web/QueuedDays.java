package org.zhengtong.services.appointments.web;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Offer;
import org.zhengtong.services.appointments.Rushes;
import org.zhengtong.services.appointments.Standing;
import org.zhengtong.services.halls.BookingChannel;

/** Sends people to the waiting room of a day they queue for, until it is their turn. */
@Component
class QueuedDays {
    private final Rushes rushes;

    QueuedDays(Rushes rushes) {
        this.rushes = rushes;
    }

    Choice seenBy(Optional<SignedIn> me, String hall, String item, Choice choice) {
        return choice.day()
                .filter(Offer.Day::queue)
                .map(day -> me.flatMap(one -> turn(one, hall, item, day))
                        .map(choice::onTurn)
                        .orElseGet(
                                () -> choice.queuedAt("/halls/" + hall + "/rush?item=" + item + "&day=" + day.date())))
                .orElse(choice);
    }

    private Optional<Instant> turn(SignedIn me, String hall, String item, Offer.Day day) {
        return rushes.standing(me, hall, item, day.date(), BookingChannel.PORTAL) instanceof Standing.Turn turn
                ? Optional.of(turn.until())
                : Optional.empty();
    }
}
