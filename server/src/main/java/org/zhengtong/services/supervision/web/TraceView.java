package org.zhengtong.services.supervision.web;

import java.util.List;
import java.util.Set;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.supervision.Card;
import org.zhengtong.services.supervision.Supervision;

/**
 * @param shown the numbers of the steps a pattern points at
 * @param mayOpen whether it is a case of the reader's own body, which they may read whole
 */
public record TraceView(Supervision.Traced traced, List<Card> cards, Set<Integer> shown, boolean mayOpen) {
    public CaseTrace trace() {
        return traced.trace();
    }

    public String name(CaseTrace.Mark mark) {
        return traced.names().getOrDefault(mark.actor(), "");
    }
}
