package org.zhengtong.services.queue.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.State;
import org.zhengtong.services.queue.TicketNews.What;

/** What is done with a ticket at a window, in a transaction that holds the hall's row. */
@Component
class LineWork {
    private final TicketStore tickets;
    private final PlaceStore places;
    private final HallRows halls;
    private final Telling telling;
    private final Clock clock;

    LineWork(TicketStore tickets, PlaceStore places, HallRows halls, Telling telling, Clock clock) {
        this.tickets = tickets;
        this.places = places;
        this.halls = halls;
        this.telling = telling;
        this.clock = clock;
    }

    Ticket call(Ticket one, int window, PersonId clerk, String actor) {
        Ticket called = written(one.called(window, clock.instant()), What.CALLED, clerk, actor);
        halls.speak(one.hall(), halls.change(one.hall()), one.number(), window, false, clock.instant());
        return called;
    }

    /** The number is called out once more; when they were called first still counts. */
    Ticket recall(Ticket one, int window, PersonId clerk) {
        Ticket again = one.calledAgain();
        tickets.write(again, Optional.of(clerk));
        halls.speak(one.hall(), halls.change(one.hall()), one.number(), window, true, clock.instant());
        return again;
    }

    Ticket start(Ticket one, PersonId clerk, String actor) {
        return written(one.started(clock.instant()), What.STARTED, clerk, actor);
    }

    Ticket end(Ticket one, State state, PersonId clerk, String actor) {
        return written(
                one.ended(state, clock.instant()), state == State.MISSED ? What.MISSED : What.DONE, clerk, actor);
    }

    Ticket transfer(Ticket one, String group, PersonId clerk, String actor) {
        return written(one.waits(State.TRANSFERRED, group, one.turn()), What.TRANSFERRED, clerk, actor);
    }

    /** Nobody is at the window any more; who was called and did not sit down waits again with the turn they had. */
    void leave(PlaceStore.Row place, PersonId clerk, String actor) {
        places.remove(place.hall(), place.window());
        tickets.at(place.hall(), day(), place.window())
                .filter(one -> one.state() == State.CALLED)
                .ifPresent(one -> written(one.waits(State.WAITING, one.group(), one.turn()), What.BACK, clerk, actor));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), Page.ZONE);
    }

    private Ticket written(Ticket one, What what, PersonId clerk, String actor) {
        tickets.write(one, Optional.of(clerk));
        telling.tell(one, what, Optional.of(clerk), actor);
        return one;
    }
}
