package org.zhengtong.services.halls;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.web.Problem;

/** The halls of the city, answered from memory. */
public interface Halls {
    /** In the order of the list. */
    List<Hall> halls();

    Optional<Hall> hall(String id);

    /** The halls where this body has a window. */
    List<Hall> withWindowOf(String bodyUscc);

    /** @throws Problem 404 when the body has no window in this hall */
    default Hall requireWindowOf(String bodyUscc, String id) {
        return withWindowOf(bodyUscc).stream()
                .filter(hall -> hall.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-hall"));
    }

    /** Adds a hall, or changes the one with the same id. */
    void put(Hall hall);
}
