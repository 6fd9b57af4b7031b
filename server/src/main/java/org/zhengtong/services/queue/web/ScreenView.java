package org.zhengtong.services.queue.web;

import java.util.List;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;

/**
 * A screen on a wall.
 *
 * @param area whose calls are shown; empty for the whole hall
 * @param places windows shown
 * @param code picture to be scanned at the entrance; empty elsewhere
 */
public record ScreenView(Hall hall, Board board, String area, List<Board.Place> places, String code) {

    public List<Board.Called> called() {
        return board.called().stream()
                .filter(one -> area.isEmpty() || one.area().equals(area))
                .toList();
    }
}
