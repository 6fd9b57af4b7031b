package org.zhengtong.services.appointments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;

/** Appointments of the one who is signed in. Somebody else's is found by nobody: a {@link org.zhengtong.ground.web.Problem} 404. */
public interface Appointments {

    /** What came of it. */
    sealed interface Answer {
        record Done(Appointment appointment) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    /** Empty when the hall takes no bookings for this item. */
    Optional<Offer> offer(String hall, ServiceItem item, BookingChannel channel);

    /** The item of this code as it can be booked; a suspended one cannot. */
    Optional<ServiceItem> item(String code);

    Answer book(SignedIn me, Wish wish, BookingChannel channel);

    /** One seat is taken and the other comes free in the same moment. */
    Answer move(SignedIn me, UUID id, Moment to, BookingChannel channel);

    Answer cancel(SignedIn me, UUID id);

    Appointment one(SignedIn me, UUID id);

    /** Those to come first, then the latest; {@value #MOST} at most. */
    List<Appointment> of(SignedIn me);

    int MOST = 50;
}
