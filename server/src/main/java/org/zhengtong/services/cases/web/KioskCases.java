package org.zhengtong.services.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Cases;

/** What somebody who signed in at the machine of a hall sees of their cases, with others standing behind them. */
@Controller
class KioskCases {
    private static final int MOST = 6;

    /** So long the screen waits; then the machine signs them out and is ready for the next person. */
    private static final int SECONDS = 60;

    private final Cases cases;

    KioskCases(Cases cases) {
        this.cases = cases;
    }

    @GetMapping("/kiosk/mine")
    String mine(Optional<SignedIn> me, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (me.isEmpty()) {
            return "redirect:/kiosk/sign-in";
        }
        response.setHeader("Refresh", SECONDS + ";url=/kiosk");
        List<CaseSummary> mine = cases.of(me.get().person()).stream()
                .filter(row -> row.state().isOpen())
                .toList();
        model.addAttribute(
                "view",
                new KioskCasesView(
                        MaskedName.of(me.get().name()),
                        mine.stream().limit(MOST).toList(),
                        Math.max(0, mine.size() - MOST)));
        return "services/cases/kioskcases";
    }
}
