package org.zhengtong.services.halls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.Roster.Shift;

/** The rosters of the halls; from memory, a few seconds old at most. */
public interface Rosters {
    Optional<Roster> roster(String hall);

    /** Who is to be where on this day; empty for a hall without a roster. */
    Optional<List<Shift>> on(String hall, LocalDate day);

    /** A shift of one's own. */
    record Own(Hall hall, LocalDate day, Shift shift) {}

    /** In the order of their time. */
    List<Own> of(PersonId clerk, LocalDate from, LocalDate until);

    /** Adds a roster, or changes the hall's. */
    void put(Roster roster);
}
