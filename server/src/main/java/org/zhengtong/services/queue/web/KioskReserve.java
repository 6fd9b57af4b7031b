package org.zhengtong.services.queue.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.KioskPlace;
import org.zhengtong.services.queue.SpareNumbers;

/** What the script of a machine asks for while there is a connection, and tells when there is one again. */
@Hidden
@RestController
@RequestMapping("/kiosk/reserve")
class KioskReserve {
    private static final int MOST = 500;

    private final SpareNumbers numbers;
    private final Boards boards;
    private final KioskPlace place;

    KioskReserve(SpareNumbers numbers, Boards boards, KioskPlace place) {
        this.numbers = numbers;
        this.boards = boards;
        this.place = place;
    }

    /** @param groups lines whose numbers run out; absent for all */
    record Wanted(Optional<Set<String>> groups) {}

    /** @param lines all lines of the hall, with a block for those that wanted one */
    record Reserve(LocalDate day, String hall, List<Line> lines) {}

    record Line(String group, String name, String letter, Optional<SpareNumbers.Block> block) {}

    @PostMapping
    Reserve reserve(@RequestBody Wanted wanted, HttpServletRequest request) {
        Hall hall = here(request);
        List<Board.Line> lines = boards.board(hall.id()).map(Board::lines).orElse(List.of());
        Set<String> groups = wanted.groups()
                .orElseGet(() -> lines.stream().map(Board.Line::group).collect(Collectors.toSet()));
        SpareNumbers.Spare spare = numbers.setAside(hall.id(), groups);
        return new Reserve(
                spare.day(),
                hall.name(),
                lines.stream().map(line -> line(line, spare)).toList());
    }

    private static Line line(Board.Line line, SpareNumbers.Spare spare) {
        Optional<SpareNumbers.Block> block = spare.blocks().stream()
                .filter(one -> one.group().equals(line.group()))
                .findFirst();
        return new Line(
                line.group(), line.name(), block.map(SpareNumbers.Block::letter).orElse(""), block);
    }

    record Given(UUID block, int number, String priority, long secondsAgo) {
        SpareNumbers.Taken taken() {
            return new SpareNumbers.Taken(
                    block, number, TicketPages.priority(priority), Duration.ofSeconds(Math.max(0, secondsAgo)));
        }
    }

    @PostMapping("/taken")
    List<SpareNumbers.Outcome> tell(@RequestBody List<Given> given, HttpServletRequest request) {
        Hall hall = here(request);
        if (given.size() > MOST) {
            throw new Problem(422, "queue.too-many-told");
        }
        return numbers.tell(hall.id(), given.stream().map(Given::taken).toList(), "kiosk:" + hall.id());
    }

    private Hall here(HttpServletRequest request) {
        return place.hall(request).orElseThrow(() -> Problem.notFound("queue.unknown-kiosk"));
    }
}
