package org.zhengtong.services.cases.web;

import java.util.Optional;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * @param pressing the clock that runs now
 * @param problem why what the applicant just asked for was not done
 * @param typed the reason as typed, kept when it was not taken
 */
public record MyCaseView(
        CaseFile file,
        ServiceItem item,
        CaseReading reading,
        Optional<DueDate> pressing,
        Optional<Problem> problem,
        String typed) {

    /** As what it goes on at another body. */
    public Optional<CaseCommand.Successor> successor() {
        return file.step(StepKind.TRANSFERRED).map(CaseReplay::successor);
    }
}
