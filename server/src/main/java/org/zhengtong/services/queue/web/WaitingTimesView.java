package org.zhengtong.services.queue.web;

import java.util.List;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;

/** The lines of all halls. */
public record WaitingTimesView(List<Row> rows) {

    public record Row(Hall hall, Board board) {}
}
