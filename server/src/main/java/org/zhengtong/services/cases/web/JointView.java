package org.zhengtong.services.cases.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;

/**
 * One thing as a whole.
 *
 * @param cases where the pages of its cases are
 * @param staff whether a member of staff reads it
 * @param body of the member of staff who reads it; empty for the applicant
 * @param head whether the reader decides for the lead body, and so may extend the time of the whole
 * @param problem why the last command was not carried out
 * @param typed the reason as typed, kept when it was not taken
 */
public record JointView(
        JointFile file,
        String cases,
        boolean staff,
        String body,
        boolean head,
        Optional<Problem> problem,
        String typed) {

    public int mostDays() {
        return JointCases.MOST_EXTENSION;
    }

    public boolean mayExtend() {
        return head
                && !file.isClosed()
                && file.extension().isEmpty()
                && file.due().isPresent();
    }

    /** Where a part's case is, when the reader may open it. */
    public Optional<String> address(JointFile.Part part) {
        return part.filed()
                .filter(_ -> !staff || part.bodyUscc().equals(body))
                .map(filed -> cases + filed.id().value());
    }

    /** What the timeline tells: not what stays among those who decide, and the filing once. */
    public List<JointFile.Moment> timeline() {
        return file.timeline().stream()
                .filter(moment -> !moment.step().isInternal())
                .toList();
    }

    /** The document made with a step, when the reader may open it. */
    public Optional<String> document(JointFile.Moment moment) {
        CaseId of = moment.caseId();
        return moment.step()
                .document()
                .flatMap(_ -> file.parts().stream()
                        .filter(part -> part.filed()
                                .filter(filed -> filed.id().equals(of))
                                .isPresent())
                        .findFirst())
                .flatMap(this::address)
                .map(address -> address + "/documents/" + moment.step().number());
    }
}
