package org.zhengtong.services.supervision.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseHistories;
import org.zhengtong.services.supervision.Supervision;

/** What the nightly look through all histories has found. */
@Controller
@RequestMapping("/desk/supervision/histories")
class HistoryPages {
    private final Supervision supervision;
    private final CaseHistories histories;

    HistoryPages(Supervision supervision, CaseHistories histories) {
        this.supervision = supervision;
        this.histories = histories;
    }

    @GetMapping
    String list(StaffMember me, @RequestParam(defaultValue = "1") int page, Model model) {
        CaseHistories.Found found = histories.faults(supervision.reach(me), page);
        model.addAttribute("view", new HistoriesView(found, histories.lastRound(), Math.max(1, page)));
        return "services/supervision/histories";
    }
}
