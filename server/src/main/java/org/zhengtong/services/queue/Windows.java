package org.zhengtong.services.queue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;

/**
 * What a clerk does at their window. Every method refuses those who do not accept (受理) with a
 * {@link org.zhengtong.ground.web.Problem} 403, and what the window cannot do just now with one of 409.
 */
public interface Windows {

    enum State {
        OPEN,
        /** The clerk is away for a while; nobody is called here. */
        PAUSED
    }

    /**
     * A window with somebody at it.
     *
     * @param groups names of the groups it serves
     * @param current who is called or served
     */
    record Place(String hall, int number, State state, List<String> groups, Optional<Ticket> current) {}

    /** What the clerk sees of the line: those they would call next, and those who missed their call. */
    record Line(int waiting, List<Ticket> next, List<Ticket> missed) {}

    /** Where the clerk sits today. */
    Optional<Place> placeOf(StaffMember clerk);

    /** Whether this clerk sits there just now. */
    boolean isAt(PersonId clerk, String hall, int window);

    /** Windows of the hall that serve the clerk's body. */
    List<Integer> windowsFor(StaffMember clerk, String hall);

    /** Sits down; the place they had before is left. Somebody else's is taken over when they have gone silent. */
    Place open(StaffMember clerk, String hall, int window);

    Line line(StaffMember clerk);

    /** Ends what is being served and calls the next; empty when nobody waits. */
    Optional<Ticket> next(StaffMember clerk);

    /** Calls this one, who waits or missed their call. */
    Ticket call(StaffMember clerk, UUID ticket);

    Ticket recall(StaffMember clerk);

    Ticket start(StaffMember clerk);

    /** They were called and did not come. */
    Ticket skip(StaffMember clerk);

    Ticket done(StaffMember clerk);

    /**
     * Sends them to another group with the turn they have.
     *
     * @param group its id
     */
    Ticket transfer(StaffMember clerk, String group);

    void pause(StaffMember clerk);

    void resume(StaffMember clerk);

    /** Leaves. Who was called and is not served yet waits again with the turn they had. */
    void close(StaffMember clerk);

    /** The clerk's page is open: the window lives. */
    void seen(StaffMember clerk);
}
