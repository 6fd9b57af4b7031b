package org.zhengtong.services.halls;

import java.util.List;
import java.util.Optional;

/** The halls of the city, answered from memory. */
public interface Halls {
    /** In the order of the list. */
    List<Hall> halls();

    Optional<Hall> hall(String id);

    /** The halls where this body has a window. */
    List<Hall> withWindowOf(String bodyUscc);

    /** Adds a hall, or changes the one with the same id. */
    void put(Hall hall);
}
