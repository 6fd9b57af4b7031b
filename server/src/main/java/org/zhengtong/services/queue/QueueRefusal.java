package org.zhengtong.services.queue;

import java.util.UUID;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.appointments.Refusal;

/** Why there is no number, or nothing is done with it. */
public sealed interface QueueRefusal {
    /** No windows of the hall serve this. */
    record NotHere() implements QueueRefusal {}

    record HallClosed() implements QueueRefusal {}

    /** The person has a number in this hall already. */
    record HasTicket(UUID ticket) implements QueueRefusal {}

    /** The code of the entrance is too old, or of another hall: the number is taken in the hall. */
    record NotInTheHall() implements QueueRefusal {}

    record TooManyTogether(int most) implements QueueRefusal {}

    /** The appointment does not let them in now. */
    record NoAppointment(Refusal why) implements QueueRefusal {}

    /** It is not in the state for it any more. */
    record Over() implements QueueRefusal {}

    /** With a sentence for people and a stable type for programs. */
    default Problem problem() {
        return switch (this) {
            case NotHere() -> new Problem(409, "queue.not-here");
            case HallClosed() -> new Problem(409, "queue.hall-closed");
            case HasTicket _ -> new Problem(409, "queue.has-ticket");
            case NotInTheHall() -> new Problem(409, "queue.not-in-the-hall");
            case TooManyTogether(int most) -> new Problem(409, "queue.too-many-together", most);
            case NoAppointment(Refusal why) -> why.problem();
            case Over() -> new Problem(409, "queue.over");
        };
    }
}
