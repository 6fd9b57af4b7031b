package org.zhengtong.people.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.PersonId;

/** Who acts for whom while they are away. Everybody arranges it for themselves; each arrangement is a leaf of the audit. */
public interface Absences {

    Optional<Absence> of(StaffMember member);

    /** Those who may act for this member of staff: colleagues of the body who accept, review or decide. */
    List<StaffMember> deputies(StaffMember member);

    /** @throws org.zhengtong.ground.web.Problem 422 when the deputy is no colleague, or the days are past or in disorder */
    void arrange(StaffMember member, PersonId deputy, LocalDate from, LocalDate until);

    /** Back before the last day. */
    void end(StaffMember member);
}
