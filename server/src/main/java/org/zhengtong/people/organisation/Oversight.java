package org.zhengtong.people.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.PersonId;

/**
 * What the audit administrator does: reads and checks what happened. That they did is a leaf itself. Every method
 * refuses everybody else with a {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface Oversight {
    List<Leaf> find(StaffMember by, AuditQuestion question);

    /** Whose appointment was changed outside the program; it counts for nothing. */
    List<PersonId> bentAppointments(StaffMember by);

    /** @param subject whose chain; all chains when empty. */
    Optional<BrokenLeaf> verify(StaffMember by, Optional<UUID> subject);
}
