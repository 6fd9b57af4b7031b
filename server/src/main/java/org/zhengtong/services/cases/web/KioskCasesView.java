package org.zhengtong.services.cases.web;

import java.util.List;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseSummary;

/**
 * @param name of who signed in
 * @param more how many running cases are not shown
 */
public record KioskCasesView(MaskedName name, List<CaseSummary> cases, int more) {
    public boolean asksFor(CaseSummary row) {
        return row.state() == CaseState.CORRECTION_REQUESTED || row.state() == CaseState.PRECHECK_RETURNED;
    }
}
