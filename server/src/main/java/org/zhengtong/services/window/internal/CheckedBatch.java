package org.zhengtong.services.window.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.filing.Completeness;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.window.BatchAcceptance;

/** Accepts what the checks find complete. What was looked at is checked again in the moment of acceptance. */
@Service
class CheckedBatch implements BatchAcceptance {
    private static final int PAGES = MOST / InboxFilter.PAGE_SIZE + 1;

    private final CaseDesk desk;
    private final Completeness completeness;

    CheckedBatch(CaseDesk desk, Completeness completeness) {
        this.desk = desk;
        this.completeness = completeness;
    }

    @Override
    public List<Candidate> candidates(StaffMember clerk) {
        ServedVisits.permit(clerk);
        return Stream.iterate(1, page -> page + 1)
                .limit(PAGES)
                .map(page -> desk.inbox(
                                clerk,
                                new InboxFilter(InboxFilter.View.ACCEPTANCE, Optional.empty(), Optional.empty(), page))
                        .rows())
                .takeWhile(rows -> !rows.isEmpty())
                .flatMap(List::stream)
                .limit(MOST)
                .map(row -> candidate(clerk, row))
                .toList();
    }

    private Candidate candidate(StaffMember clerk, CaseSummary row) {
        CaseFile file = desk.open(row.id(), clerk);
        return new Candidate(row, completeness.of(file), !file.promised().isEmpty(), isTaken(clerk, file));
    }

    @Override
    public List<Answer> accept(StaffMember clerk, List<Chosen> chosen) {
        ServedVisits.permit(clerk);
        Map<CaseId, Chosen> once = new LinkedHashMap<>();
        chosen.forEach(one -> once.putIfAbsent(one.id(), one));
        if (once.isEmpty() || once.size() > MOST) {
            throw new Problem(422, once.isEmpty() ? "window.nothing-chosen" : "window.too-many", MOST);
        }
        return once.values().stream().map(one -> accept(clerk, one)).toList();
    }

    private Answer accept(StaffMember clerk, Chosen one) {
        Optional<String> receipt = Optional.empty();
        try {
            CaseFile file = desk.open(one.id(), clerk);
            receipt = Optional.of(file.receiptNumber());
            List<Finding> findings = completeness.of(file);
            if (!findings.isEmpty()) {
                throw new Problem(422, "window.incomplete", findings.size());
            }
            desk.act(one.id(), clerk, one.version(), new CaseCommand.Accept());
            return new Answer(one.id(), receipt, Optional.empty());
        } catch (Problem problem) {
            return new Answer(one.id(), receipt, Optional.of(new Refused(problem.code(), problem.values())));
        }
    }

    private static boolean isTaken(StaffMember clerk, CaseFile file) {
        return file.assignee().filter(person -> !person.equals(clerk.person())).isPresent();
    }
}
