package org.zhengtong.services.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What everybody in a hall can see.
 *
 * @param version counts the changes of the hall
 * @param called the latest calls that stand, newest first
 * @param lines one for each group
 */
public record Board(String hall, long version, List<Called> called, List<Line> lines, List<Place> places) {

    /** @param number as it is called */
    public record Called(String number, int window, String area, Instant at) {}

    /**
     * @param windows how many are open for it
     * @param expected the wait of somebody who comes now; empty when no window is open for it or, by the roster, soon is
     */
    public record Line(String group, String name, int waiting, int windows, Optional<WaitRange> expected) {}

    /** @param number of who is called or served there */
    public record Place(int window, String area, boolean paused, Optional<String> number) {}

    public int waiting() {
        return lines.stream().mapToInt(Line::waiting).sum();
    }
}
