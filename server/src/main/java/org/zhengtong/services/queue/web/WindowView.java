package org.zhengtong.services.queue.web;

import java.util.List;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.queue.Windows;

/** What a clerk sees of the line. */
public sealed interface WindowView {

    /** They have no window yet. */
    record Choosing(List<Room> rooms) implements WindowView {}

    record Room(Hall hall, List<Integer> windows) {}

    /**
     * @param groups of the hall, for sending somebody on
     * @param nobody whether the next was asked for, and nobody waits
     */
    record Serving(String hallName, Windows.Place place, Windows.Line line, List<HallPlan.Group> groups, boolean nobody)
            implements WindowView {}
}
