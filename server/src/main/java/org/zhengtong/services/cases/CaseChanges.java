package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.people.organisation.StaffMember;

/** What was handed in before a correction: kept, and readable for those who review the case. */
public interface CaseChanges {
    /**
     * What lay in the case until a step replaced it.
     *
     * @param until number of that step
     */
    record Former(
            int until,
            Instant replacedAt,
            StepKind by,
            Map<String, String> situations,
            Map<String, String> answers,
            List<HandedIn> materials) {
        /** Never the answers. */
        @Override
        public String toString() {
            return "Former[" + until + "]";
        }
    }

    /** The oldest first; empty when nothing was ever replaced. */
    List<Former> of(CaseId id, StaffMember staff);

    /** A file that was replaced, to be opened by this member of staff; the opening stands in the audit log. */
    StoredFile file(CaseId id, StaffMember staff, UUID file);
}
