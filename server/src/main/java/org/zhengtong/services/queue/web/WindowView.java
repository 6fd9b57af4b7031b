package org.zhengtong.services.queue.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.Rosters;
import org.zhengtong.services.queue.Windows;

/** What a clerk sees of the line. */
public sealed interface WindowView {

    /**
     * They have no window yet.
     *
     * @param rostered the shift for which they are here now
     * @param times their own of the next days
     */
    record Choosing(List<Room> rooms, Optional<Rosters.Own> rostered, List<Rosters.Own> times) implements WindowView {}

    record Room(Hall hall, List<Integer> windows) {}

    /**
     * @param groups of the hall, for sending somebody on
     * @param nobody whether the next was asked for, and nobody waits
     * @param times their own of the next days
     */
    record Serving(
            String hallName,
            Windows.Place place,
            Windows.Line line,
            List<HallPlan.Group> groups,
            boolean nobody,
            List<Rosters.Own> times)
            implements WindowView {}
}
