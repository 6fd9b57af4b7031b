package org.zhengtong.services.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;

/**
 * Somebody's number in a hall on a day.
 *
 * @param id nobody guesses it: whoever knows it has the ticket in hand
 * @param number as it is called, such as A012, or A0930-2 of an appointment
 * @param group id of the group that serves them
 * @param person absent for who did not say who they are
 * @param party those who came together have the same one
 * @param turn where they stand in line, see {@link Turn}
 * @param window where they are called to, served, or were
 * @param told how long they were told they would wait
 */
public record Ticket(
        UUID id,
        String hall,
        LocalDate day,
        String number,
        String group,
        Optional<Matter> matter,
        Optional<PersonId> person,
        UUID party,
        Priority priority,
        Origin origin,
        Optional<UUID> appointment,
        State state,
        Instant turn,
        Optional<Integer> window,
        int calls,
        Instant takenAt,
        Optional<Instant> calledAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<WaitRange> told) {

    /** What they came for. */
    public record Matter(String item, String name) {}

    public enum State {
        WAITING,
        /** Waits again, for another window, with the turn they had. */
        TRANSFERRED,
        CALLED,
        SERVING,
        DONE,
        /** Was called and did not come; they may come back. */
        MISSED,
        CANCELLED,
        /** The day was over before they were served. */
        EXPIRED;

        public boolean isWaiting() {
            return this == WAITING || this == TRANSFERRED;
        }

        /** Stands at a window, or is called to one. */
        public boolean isAtWindow() {
            return this == CALLED || this == SERVING;
        }

        public boolean isOpen() {
            return isWaiting() || isAtWindow();
        }
    }

    /** Who is helped sooner. It is said when the number is taken, and looked at when it is called. */
    public enum Priority {
        NONE,
        ELDER,
        DISABLED,
        PREGNANT,
        /** With a small child. */
        INFANT,
        VETERAN
    }

    /** Where the number was taken. */
    public enum Origin {
        KIOSK,
        PHONE,
        RECEPTION,
        APPOINTMENT
    }

    public boolean isFirst() {
        return priority != Priority.NONE;
    }

    /** How long they waited, until they were called or now. */
    public Duration waited(Instant now) {
        return Duration.between(takenAt, calledAt.or(() -> endedAt).orElse(now));
    }

    public Ticket numbered(String given) {
        return with(given, group, state, turn, window, calls, calledAt, startedAt, endedAt);
    }

    /** Stands in line, for the first time or again. */
    public Ticket waits(State how, String whom, Instant inTurn) {
        return with(
                number,
                whom,
                how,
                inTurn,
                Optional.empty(),
                calls,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Ticket called(int to, Instant now) {
        return with(
                number,
                group,
                State.CALLED,
                turn,
                Optional.of(to),
                calls + 1,
                Optional.of(now),
                Optional.empty(),
                Optional.empty());
    }

    public Ticket calledAgain() {
        return with(number, group, state, turn, window, calls + 1, calledAt, startedAt, endedAt);
    }

    public Ticket started(Instant now) {
        return with(number, group, State.SERVING, turn, window, calls, calledAt, Optional.of(now), Optional.empty());
    }

    /** Nothing more is done with it, unless somebody who missed their call comes back. */
    public Ticket ended(State how, Instant now) {
        return with(number, group, how, turn, window, calls, calledAt, startedAt, Optional.of(now));
    }

    private Ticket with(
            String itsNumber,
            String itsGroup,
            State itsState,
            Instant itsTurn,
            Optional<Integer> itsWindow,
            int itsCalls,
            Optional<Instant> called,
            Optional<Instant> started,
            Optional<Instant> ended) {
        return new Ticket(
                id,
                hall,
                day,
                itsNumber,
                itsGroup,
                matter,
                person,
                party,
                priority,
                origin,
                appointment,
                itsState,
                itsTurn,
                itsWindow,
                itsCalls,
                takenAt,
                called,
                started,
                ended,
                told);
    }
}
