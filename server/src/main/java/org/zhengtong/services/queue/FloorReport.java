package org.zhengtong.services.queue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a day went in a hall, as far as it is.
 *
 * @param kept share of the announced waits that came true, 0 to 1; empty while nobody was called
 * @param error median of how far the announced wait was off, as a share of the wait; empty while nobody was called
 */
public record FloorReport(
        String hall,
        LocalDate day,
        int taken,
        int served,
        int missed,
        int cancelled,
        Optional<Double> kept,
        Optional<Double> error,
        List<Row> windows,
        List<Row> groups,
        List<Row> items,
        List<Row> hours) {

    /**
     * @param name of the window, group, item or hour
     * @param waited on average, from the number to the call
     * @param serving on average, from the call to the end
     */
    public record Row(String name, int served, Duration waited, Duration serving) {}
}
