package org.zhengtong.services.window;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.filing.Finding;

/** Many complete filings accepted at once, each in a transaction of its own and with an answer of its own. */
public interface BatchAcceptance {
    /** Most cases in one go. */
    int MOST = 50;

    /** The cases of the clerk's body that wait for acceptance, with what the checks found; the most urgent first. */
    List<Candidate> candidates(StaffMember clerk);

    /**
     * @param findings empty when the checks find the filing complete
     * @param promised whether a material is promised for later
     * @param taken whether a colleague has it in hand
     */
    record Candidate(CaseSummary row, List<Finding> findings, boolean promised, boolean taken) {
        public boolean isComplete() {
            return findings.isEmpty() && !taken;
        }
    }

    /** @param version the version that was read; absent for the newest */
    record Chosen(CaseId id, OptionalLong version) {}

    /**
     * @throws org.zhengtong.ground.web.Problem 422 when nothing or too much was chosen
     */
    List<Answer> accept(StaffMember clerk, List<Chosen> chosen);

    /**
     * @param receiptNumber absent when there is no such case for this clerk
     * @param problem why it was not accepted, absent when it was: code of the problem, with what stands in its sentence
     */
    record Answer(CaseId id, Optional<String> receiptNumber, Optional<Refused> problem) {
        public boolean accepted() {
            return problem.isEmpty();
        }
    }

    /** Why one was not accepted. */
    record Refused(String code, List<Object> values) {}
}
