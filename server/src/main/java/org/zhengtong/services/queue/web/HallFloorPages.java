package org.zhengtong.services.queue.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.FloorReport;
import org.zhengtong.services.queue.Floors;

/** The floor as it is, how the day went, and what is to come. */
@Controller
@RequestMapping("/desk/floor")
class HallFloorPages {
    private final Floors floors;
    private final Boards boards;
    private final Clock clock;

    HallFloorPages(Floors floors, Boards boards, Clock clock) {
        this.floors = floors;
        this.boards = boards;
        this.clock = clock;
    }

    @GetMapping
    String floor(
            StaffMember staff,
            @RequestParam(defaultValue = "") String hall,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        List<Hall> own = floors.halls(staff);
        Optional<Hall> chosen = Hall.chosen(own, hall);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        LocalDate asked = TypedDay.parse(day).orElse(today);
        Optional<Board> board = chosen.filter(_ -> asked.equals(today)).flatMap(one -> boards.board(one.id()));
        model.addAttribute(
                "view",
                new HallFloorView(
                        own,
                        chosen,
                        asked,
                        board,
                        chosen.map(one -> floors.report(staff, one.id(), asked)),
                        board.map(one -> floors.forecast(staff, one.hall())).orElse(List.of()),
                        board.map(one -> floors.missing(staff, one.hall())).orElse(List.of())));
        return "services/queue/floor";
    }

    /** The day as a table for other programs. */
    @GetMapping("/report.csv")
    ResponseEntity<byte[]> export(
            StaffMember staff,
            @RequestParam(defaultValue = "") String hall,
            @RequestParam(defaultValue = "") String day) {
        LocalDate asked = TypedDay.parse(day).orElseGet(() -> LocalDate.ofInstant(clock.instant(), Page.ZONE));
        FloorReport report = floors.report(staff, hall, asked);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("hall-" + hall + "-" + asked + ".csv")
                                .build()
                                .toString())
                .body(FloorTable.of(report).getBytes(StandardCharsets.UTF_8));
    }
}
