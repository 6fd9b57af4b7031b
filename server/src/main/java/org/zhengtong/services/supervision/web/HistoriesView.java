package org.zhengtong.services.supervision.web;

import java.util.Optional;
import java.util.stream.Collectors;
import org.zhengtong.services.cases.CaseHistories;
import org.zhengtong.services.cases.HistoryFault;

/** Cases whose history does not add up. */
public record HistoriesView(CaseHistories.Found found, Optional<CaseHistories.Round> round, int page) {
    public int pages() {
        return Math.max(1, Math.ceilDiv(found.total(), CaseHistories.PAGE_SIZE));
    }

    public String address(int number) {
        return "/desk/supervision/histories" + (number == 1 ? "" : "?page=" + number);
    }

    /** The case, with the steps in question marked. */
    public String evidence(HistoryFault fault) {
        String steps = fault.evidence().stream()
                .filter(one -> one.what().equals("step"))
                .map(one -> one.stands().split(" ", 2)[0])
                .filter(number -> !number.isEmpty())
                .collect(Collectors.joining(","));
        return "/desk/supervision/cases/" + fault.caseId().value() + (steps.isEmpty() ? "" : "?steps=" + steps);
    }
}
