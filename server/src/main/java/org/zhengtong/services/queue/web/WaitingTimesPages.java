package org.zhengtong.services.queue.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Boards;

/** How long one waits in every hall at the moment, so that people choose before they set out. */
@Controller
class WaitingTimesPages {
    private final Boards boards;
    private final Halls halls;

    WaitingTimesPages(Boards boards, Halls halls) {
        this.boards = boards;
        this.halls = halls;
    }

    @GetMapping("/halls/waiting")
    String waiting(Model model) {
        List<WaitingTimesView.Row> rows = boards.boards().stream()
                .flatMap(board -> halls.hall(board.hall()).map(hall -> new WaitingTimesView.Row(hall, board)).stream())
                .toList();
        model.addAttribute("view", new WaitingTimesView(rows));
        return "services/queue/waiting";
    }
}
