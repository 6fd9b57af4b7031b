package org.zhengtong.services.queue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What everybody can see of the lines, as it is now and as it changes. */
public interface Boards {
    /** Empty when the hall has no plan people can be served by. */
    Optional<Board> board(String hall);

    /** Of all halls, in their order. */
    List<Board> boards();

    /** A call as it is spoken. */
    record Spoken(long version, String number, int window, String area, boolean again) {}

    /**
     * What a listener is told.
     *
     * @param version until which everything is told
     * @param calls since it was last told
     */
    record Told(long version, List<Spoken> calls, Board board) {}

    /**
     * Told at once how it stands and, with {@code since}, of the calls it missed of late; from then on of every change, and
     * now and then although nothing changed: waits grow shorter by themselves, and who is gone is noticed.
     *
     * @param since the last version the listener knows
     * @return ends it
     */
    AutoCloseable listen(String hall, Optional<Long> since, Consumer<Told> listener);
}
