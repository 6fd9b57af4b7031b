package org.zhengtong.services.queue.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.FloorReport;
import org.zhengtong.services.queue.Floors;

/**
 * The floor of a hall.
 *
 * @param board as it is now; empty for another day
 * @param missing windows whose clerk is not there
 */
public record HallFloorView(
        List<Hall> halls,
        Optional<Hall> hall,
        LocalDate day,
        Optional<Board> board,
        Optional<FloorReport> report,
        List<Floors.Hour> forecast,
        List<Floors.Missing> missing) {

    public static long minutes(Duration time) {
        return Math.round(time.toSeconds() / 60.0);
    }

    public static long percent(double share) {
        return Math.round(share * 100);
    }
}
