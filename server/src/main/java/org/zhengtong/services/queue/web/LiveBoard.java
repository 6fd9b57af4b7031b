package org.zhengtong.services.queue.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.WaitRange;

/**
 * The lines of a hall, for programs and screens.
 *
 * @param version counts the changes of the hall
 */
record LiveBoard(String hall, long version, int waiting, List<Called> called, List<Line> lines, List<Place> places) {

    record Called(String number, int window, String area, Instant at) {}

    /**
     * @param windows how many are open
     * @param waitFrom minutes, for somebody who comes now; absent when no window is open
     */
    record Line(
            String group,
            String name,
            int waiting,
            int windows,
            @Nullable Integer waitFrom,
            @Nullable Integer waitUntil) {}

    /** @param number of who is called or served there */
    record Place(
            int window,
            String area,
            boolean paused,
            @Nullable String number) {}

    static LiveBoard of(Board board) {
        return new LiveBoard(
                board.hall(),
                board.version(),
                board.waiting(),
                board.called().stream()
                        .map(one -> new Called(one.number(), one.window(), one.area(), one.at()))
                        .toList(),
                board.lines().stream()
                        .map(one -> new Line(
                                one.group(),
                                one.name(),
                                one.waiting(),
                                one.windows(),
                                one.expected().map(WaitRange::fromMinutes).orElse(null),
                                one.expected().map(WaitRange::untilMinutes).orElse(null)))
                        .toList(),
                board.places().stream()
                        .map(one -> new Place(
                                one.window(),
                                one.area(),
                                one.paused(),
                                one.number().orElse(null)))
                        .toList());
    }
}
