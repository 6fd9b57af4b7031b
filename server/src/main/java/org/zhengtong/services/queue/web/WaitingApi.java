package org.zhengtong.services.queue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Tickets;
import org.zhengtong.services.queue.WaitRange;

/** Lines and waiting times, for programs; open to everybody. */
@Tag(name = "Queue")
@RestController
@RequestMapping("/api/v1")
class WaitingApi {
    private final Boards boards;
    private final Tickets tickets;

    WaitingApi(Boards boards, Tickets tickets) {
        this.boards = boards;
        this.tickets = tickets;
    }

    @Operation(summary = "The lines of all halls, with how long somebody who comes now is likely to wait")
    @GetMapping("/halls/waiting")
    Listing all() {
        return new Listing(boards.boards().stream().map(LiveBoard::of).toList());
    }

    @Operation(summary = "The lines of one hall")
    @GetMapping("/halls/{hall}/waiting")
    LiveBoard one(@PathVariable String hall) {
        return boards.board(hall).map(LiveBoard::of).orElseThrow(() -> Problem.notFound("unknown-hall"));
    }

    @Operation(summary = "The caller's numbers of today")
    @GetMapping("/me/tickets")
    Mine mine(SignedIn me) {
        return new Mine(tickets.openOf(me.person()).stream().map(this::shown).toList());
    }

    private Shown shown(Ticket one) {
        Tickets.Standing standing = tickets.standing(one);
        return new Shown(
                one.id(),
                one.hall(),
                one.day(),
                one.number(),
                one.state(),
                one.window().orElse(null),
                one.takenAt(),
                standing.before(),
                standing.expected().map(WaitRange::fromMinutes).orElse(null),
                standing.expected().map(WaitRange::untilMinutes).orElse(null));
    }

    record Listing(List<LiveBoard> halls) {}

    record Mine(List<Shown> tickets) {}

    /**
     * @param before how many are called before
     * @param waitFrom minutes; absent for who does not wait, and when no window is open
     */
    record Shown(
            UUID id,
            String hall,
            LocalDate day,
            String number,
            Ticket.State state,
            @Nullable Integer window,
            Instant takenAt,
            int before,
            @Nullable Integer waitFrom,
            @Nullable Integer waitUntil) {}
}
