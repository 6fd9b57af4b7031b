package org.zhengtong.services.machines.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.halls.Hall;

/**
 * @param name of who signed in
 * @param hall where the machine stands; empty when nobody connected it
 * @param more how many running cases are not shown
 * @param said key of what is told; empty when nothing is
 */
public record MineView(MaskedName name, Optional<Hall> hall, List<CaseSummary> cases, int more, String said) {
    public boolean asksFor(CaseSummary row) {
        return row.state() == CaseState.CORRECTION_REQUESTED || row.state() == CaseState.PRECHECK_RETURNED;
    }
}
