package org.zhengtong.services.editing;

import java.time.LocalDate;
import java.util.UUID;
import org.zhengtong.people.organisation.StaffMember;

/** What a draft of any kind goes through; 409 with the reason when it cannot be. */
public interface Reviewing<D extends Draft<D>> {
    Draft.History<D> draft(StaffMember by, UUID id);

    D submit(StaffMember by, UUID id, String reason);

    D takeBack(StaffMember by, UUID id);

    /** Approved for today means published at once. */
    D approve(StaffMember by, UUID id, LocalDate publishOn);

    D sendBack(StaffMember by, UUID id, String reason);

    D discard(StaffMember by, UUID id);
}
