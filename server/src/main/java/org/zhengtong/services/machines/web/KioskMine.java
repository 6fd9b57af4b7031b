package org.zhengtong.services.machines.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.ground.slips.EscPos;
import org.zhengtong.ground.slips.SlipPrinter;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.KioskPlace;

/** Where somebody who signed in at a machine begins, with others standing behind them. */
@Controller
@RequestMapping("/kiosk/mine")
class KioskMine {
    private static final int MOST = 6;

    /** So long the screen waits; then the machine signs them out and is ready for the next person. */
    private static final int SECONDS = 60;

    private final Cases cases;
    private final KioskPlace place;
    private final ReceiptSlips slips;
    private final SlipPrinter printer;

    KioskMine(Cases cases, KioskPlace place, ReceiptSlips slips, SlipPrinter printer) {
        this.cases = cases;
        this.place = place;
        this.slips = slips;
        this.printer = printer;
    }

    @GetMapping
    String mine(
            Optional<SignedIn> me,
            @RequestParam(required = false) @Nullable String elsewhere,
            @RequestParam(required = false) @Nullable String printed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SharedScreen.leaveNoTrace(SECONDS, response);
        if (me.isEmpty()) {
            return "redirect:/kiosk/sign-in";
        }
        List<CaseSummary> mine = cases.of(me.get().person()).stream()
                .filter(row -> row.state().isOpen())
                .toList();
        String said = "";
        if (elsewhere != null) {
            said = "machines.elsewhere";
        } else if (printed != null) {
            said = "machines.printed";
        }
        model.addAttribute(
                "view",
                new MineView(
                        MaskedName.of(me.get().name()),
                        place.hall(request),
                        mine.stream().limit(MOST).toList(),
                        Math.max(0, mine.size() - MOST),
                        said));
        return "services/machines/mine";
    }

    /** On paper where the hall has a printer for it; otherwise as a page of the machine. */
    @PostMapping("/receipts/{id}")
    String print(SignedIn me, @PathVariable UUID id, HttpServletRequest request) {
        CaseId one = new CaseId(id);
        boolean sent = place.hall(request)
                .map(Hall::id)
                .map(hall -> printer.print(hall, slips.receipt(cases.open(one, me.person()))))
                .filter(SlipPrinter.Outcome.SENT::equals)
                .isPresent();
        return sent ? "redirect:/kiosk/mine?printed" : "redirect:/my/cases/" + id + "/receipt";
    }

    /** For a printer of the machine's own. */
    @GetMapping(path = "/receipts/{id}/slip", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseBody
    byte[] slip(SignedIn me, @PathVariable UUID id) {
        return EscPos.of(slips.receipt(cases.open(new CaseId(id), me.person())));
    }
}
