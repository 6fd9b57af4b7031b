package org.zhengtong.services.appointments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Rush;
import org.zhengtong.services.appointments.Rushes;
import org.zhengtong.services.appointments.Standing;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Halls;

/** The queue for a day that opens at a published time, for programs: the same queue under the same rules. */
@Tag(name = "Appointments")
@RestController
@RequestMapping("/api/v1")
class RushApi {
    private final Rushes rushes;
    private final Halls halls;

    RushApi(Rushes rushes, Halls halls) {
        this.rushes = rushes;
        this.halls = halls;
    }

    @Operation(summary = "How the caller stands in the queue for a day; look again after askAgainSeconds")
    @GetMapping("/me/rush")
    QueueStanding standing(
            SignedIn me, @RequestParam String hall, @RequestParam String item, @RequestParam String day) {
        requireHall(hall);
        return shown(me, rushes.standing(me, hall, item, day(day), BookingChannel.API));
    }

    @Operation(summary = "Stand in the queue for a day that opens at a published time")
    @PostMapping("/me/rush")
    @ResponseStatus(HttpStatus.CREATED)
    QueueStanding enter(SignedIn me, @RequestBody QueueWish body) {
        String hall = text(body.hall());
        requireHall(hall);
        return switch (rushes.enter(me, hall, text(body.item()), day(text(body.day())), BookingChannel.API)) {
            case Rushes.Entry.In(Standing standing) -> shown(me, standing);
            case Rushes.Entry.Refused(Refusal why) -> throw why.problem();
        };
    }

    @Operation(
            summary = "What the lot of a queue was drawn with, to check it: ascending by SM3 of seed and lot as text")
    @GetMapping("/rushes/{rush}")
    QueueDrawing drawn(@PathVariable("rush") UUID id) {
        return rushes.drawing(id)
                .map(drawing -> new QueueDrawing(
                        drawing.rush().hall(),
                        drawing.rush().day(),
                        drawing.rush().channel(),
                        drawing.rush().released(),
                        drawing.rush().commitment(),
                        drawing.rush().seed(),
                        drawing.lots()))
                .orElseThrow(() -> Problem.notFound("appointments.no-queue"));
    }

    private void requireHall(String hall) {
        if (halls.hall(hall).isEmpty()) {
            throw Problem.notFound("unknown-hall");
        }
    }

    private static LocalDate day(String day) {
        return TypedDay.parse(day).orElseThrow(() -> new Refusal.NoQueue().problem());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private QueueStanding shown(SignedIn me, Standing standing) {
        Optional<Long> again = rushes.askAgain(me, standing).map(one -> Math.ceilDiv(one.toMillis(), 1000L));
        return switch (standing) {
            case Standing.NoQueue() -> opening(QueueState.NO_QUEUE, Optional.empty());
            case Standing.NotYet(Instant room, Instant released) ->
                opening(QueueState.NOT_YET, Optional.of(new QueueOpening(room, released)));
            case Standing.Outside outside ->
                opening(outside.missedTurn() ? QueueState.TURN_MISSED : QueueState.OUTSIDE, Optional.empty());
            case Standing.InRoom(Rush rush, UUID lot, int _) ->
                inside(QueueState.IN_ROOM, rush, again, Optional.of(new QueuePlace(lot)), Optional.empty(), "");
            case Standing.InLine line ->
                inside(QueueState.IN_LINE, line.rush(), again, Optional.of(QueuePlace.of(line)), Optional.empty(), "");
            case Standing.Turn turn ->
                inside(
                        QueueState.TURN,
                        turn.rush(),
                        again,
                        Optional.of(new QueuePlace(turn.lot())),
                        Optional.of(turn.until()),
                        "/api/v1/me/appointments");
            case Standing.Booked(Rush rush) ->
                inside(QueueState.BOOKED, rush, again, Optional.empty(), Optional.empty(), "/api/v1/me/appointments");
            case Standing.Gone(Rush rush) ->
                inside(QueueState.GONE, rush, again, Optional.empty(), Optional.empty(), "/api/v1/me/waiting");
        };
    }

    private static QueueStanding opening(QueueState state, Optional<QueueOpening> opening) {
        return new QueueStanding(
                state,
                opening,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("/api/v1/me/rush")
                        .filter(_ -> state == QueueState.OUTSIDE || state == QueueState.TURN_MISSED));
    }

    private static QueueStanding inside(
            QueueState state,
            Rush rush,
            Optional<Long> again,
            Optional<QueuePlace> place,
            Optional<Instant> bookUntil,
            String next) {
        return new QueueStanding(
                state,
                Optional.empty(),
                Optional.of(new DayQueue(
                        rush.id(),
                        rush.released(),
                        rush.commitment(),
                        rush.seed().map(_ -> rush.free()))),
                place,
                bookUntil,
                again,
                Optional.of(next).filter(one -> !one.isEmpty()));
    }

    /** As in {@link Standing}. */
    enum QueueState {
        NO_QUEUE,
        NOT_YET,
        OUTSIDE,
        TURN_MISSED,
        IN_ROOM,
        IN_LINE,
        TURN,
        BOOKED,
        GONE
    }

    /**
     * @param bookUntil until then a seat of the day is kept for the caller
     * @param next the call by which it goes on: into the queue, to a booking, or onto the waiting list
     */
    record QueueStanding(
            QueueState state,
            Optional<QueueOpening> opening,
            Optional<DayQueue> queue,
            Optional<QueuePlace> place,
            Optional<Instant> bookUntil,
            Optional<Long> askAgainSeconds,
            Optional<String> next) {}

    /** @param room from when people are let into the waiting room */
    record QueueOpening(Instant room, Instant released) {}

    /**
     * @param commitment SM3 of the seed of the lot, which is told at /rushes after the drawing
     * @param free seats of the day that nobody has and nobody was let in for
     */
    record DayQueue(UUID id, Instant released, String commitment, Optional<Integer> free) {}

    /**
     * @param lot the number the caller takes part in the lot with
     * @param ahead how many are before the caller
     * @param estimateSeconds at the pace of the last minute
     * @param likely whether there are more seats left than people before the caller
     */
    record QueuePlace(
            UUID lot,
            Optional<Integer> place,
            Optional<Integer> ahead,
            Optional<Long> estimateSeconds,
            Optional<Boolean> likely) {
        QueuePlace(UUID lot) {
            this(lot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static QueuePlace of(Standing.InLine line) {
            return new QueuePlace(
                    line.lot(),
                    Optional.of(line.place()),
                    Optional.of(line.ahead()),
                    line.estimate().map(Duration::toSeconds),
                    Optional.of(line.likely()));
        }
    }

    /** @param lots numbers of all who took part, in the order drawn */
    record QueueDrawing(
            String hall,
            LocalDate day,
            BookingChannel channel,
            Instant released,
            String commitment,
            Optional<String> seed,
            List<UUID> lots) {}

    /**
     * @param item code of the item
     * @param day the one that opens, such as 2026-03-16
     */
    record QueueWish(
            @Nullable String hall,
            @Nullable String item,
            @Nullable String day) {}
}
