package org.zhengtong.services.window.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.WindowFiling.Attended;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visits;

/** What was filed or handed in in a visit, as the person themselves may read it, who stands here. */
@Component
class FiledHere {
    private final Visits visits;
    private final WindowFiling filing;
    private final SupplementsHere supplements;
    private final Cases cases;
    private final JointCases joint;

    FiledHere(Visits visits, WindowFiling filing, SupplementsHere supplements, Cases cases, JointCases joint) {
        this.visits = visits;
        this.filing = filing;
        this.supplements = supplements;
        this.cases = cases;
        this.joint = joint;
    }

    /** The code of a problem as it came back with the address; empty for anything else. */
    static String refusal(String code) {
        return code.matches("cases\\.[a-z-]{3,40}") ? code : "";
    }

    List<MatterView> matters(Visit visit, PersonId person) {
        return filing.of(visit.id()).stream()
                .map(one -> new MatterView(
                        one, one.filed().filter(_ -> one.joint()).map(id -> joint.open(id.value(), person))))
                .toList();
    }

    CaseFile open(StaffMember clerk, UUID id, UUID filed) {
        Visit visit = visits.visit(clerk, id);
        CaseId caseId = new CaseId(filed);
        return visit.person()
                .filter(person -> visit.closedAt().isEmpty() && isHere(visit, person, caseId))
                .map(person -> cases.open(caseId, person))
                .orElseThrow(FiledHere::unknown);
    }

    JointFile openJointly(StaffMember clerk, UUID id, UUID filed) {
        Visit visit = visits.visit(clerk, id);
        CaseId jointId = new CaseId(filed);
        return visit.person()
                .filter(_ -> visit.closedAt().isEmpty()
                        && filing.of(id).stream()
                                .anyMatch(one -> one.joint()
                                        && one.filed().filter(jointId::equals).isPresent()))
                .map(person -> joint.open(filed, person))
                .orElseThrow(FiledHere::unknown);
    }

    private boolean isHere(Visit visit, PersonId person, CaseId id) {
        return supplements.isHere(visit, id) || filing.of(visit.id()).stream().anyMatch(one -> isOf(one, person, id));
    }

    private boolean isOf(Attended one, PersonId person, CaseId id) {
        if (one.filed().isEmpty()) {
            return false;
        }
        CaseId filed = one.filed().get();
        return one.joint()
                ? joint.open(filed.value(), person).parts().stream()
                        .flatMap(part -> part.filed().stream())
                        .anyMatch(part -> part.id().equals(id))
                : filed.equals(id);
    }

    private static Problem unknown() {
        return Problem.notFound("cases.unknown");
    }
}
