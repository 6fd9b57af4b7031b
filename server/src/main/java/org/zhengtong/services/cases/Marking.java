package org.zhengtong.services.cases;

import java.util.List;
import java.util.UUID;
import org.zhengtong.people.organisation.StaffMember;

/**
 * Marks on pictures of what was handed in, before they go out with a notice. They wait with the case and are sent with
 * the finding about their material.
 */
public interface Marking {
    /** A mark that has not gone out. */
    record Waiting(UUID id, String material, Mark mark) {}

    List<Waiting> of(CaseId id, StaffMember staff);

    /** @throws org.zhengtong.ground.web.Problem 422 when the rectangle is not on the page or says nothing */
    void add(CaseId id, StaffMember staff, String material, Mark mark);

    void remove(CaseId id, StaffMember staff, UUID mark);
}
