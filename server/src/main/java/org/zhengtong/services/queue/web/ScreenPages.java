package org.zhengtong.services.queue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.Entrance;

/** What hangs on the walls of a hall. Without scripts a screen looks anew by itself. */
@Controller
@RequestMapping("/screens/{hall}")
class ScreenPages {
    private final Boards boards;
    private final Halls halls;
    private final Entrance entrance;
    private final WebSettings settings;

    ScreenPages(Boards boards, Halls halls, Entrance entrance, WebSettings settings) {
        this.boards = boards;
        this.halls = halls;
        this.entrance = entrance;
        this.settings = settings;
    }

    /** Calls people, of one area or of the whole hall. */
    @GetMapping
    String calls(
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String area,
            HttpServletResponse response,
            Model model) {
        Board board = board(hall, response);
        List<Board.Place> places = board.places().stream()
                .filter(place -> area.isEmpty() || place.area().equals(area))
                .toList();
        model.addAttribute("view", new ScreenView(found(hall), board, area, places, ""));
        return "services/queue/calls";
    }

    /** Shows the way in: waiting times, and the code to take a number with one's own telephone. */
    @GetMapping("/entrance")
    String entrance(@PathVariable String hall, HttpServletResponse response, Model model) {
        Board board = board(hall, response);
        response.setHeader("Refresh", "60");
        String address = settings.publicAddress() + "/halls/" + hall + "/ticket?code=" + entrance.code(hall);
        model.addAttribute(
                "view",
                new ScreenView(
                        found(hall),
                        board,
                        "",
                        board.places(),
                        QrCode.of(address).address()));
        return "services/queue/entrance";
    }

    private Board board(String hall, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return boards.board(hall).orElseThrow(() -> Problem.notFound("unknown-hall"));
    }

    private Hall found(String hall) {
        return halls.hall(hall).orElseThrow(() -> Problem.notFound("unknown-hall"));
    }
}
