package org.zhengtong.services.queue;

import java.util.Optional;
import org.zhengtong.people.organisation.StaffMember;

/** The tablet that lies at a window. It knows by a key at which. */
public interface Tablets {
    /** Where a tablet lies. */
    record Place(String hall, int window) {}

    /**
     * A new key for the tablet of the window the clerk sits at; the one before is worth nothing from now on.
     *
     * @throws org.zhengtong.ground.web.Problem 409 when the clerk has no window
     */
    String pair(StaffMember clerk);

    Optional<Place> place(String key);

    /** The window the clerk sits at, when a tablet lies there. */
    Optional<Place> placeOf(StaffMember clerk);
}
