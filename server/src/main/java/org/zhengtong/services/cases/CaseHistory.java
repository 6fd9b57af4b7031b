package org.zhengtong.services.cases;

import java.time.Instant;
import org.zhengtong.people.organisation.StaffMember;

/**
 * Writes cases that happened in the past. A bean of this type exists in the demo profile only, for the demo city's last
 * 90 days; nobody else can date a step.
 */
public interface CaseHistory {
    Receipt file(FilingOrder order, Instant at);

    JointReceipt fileJointly(JointOrder order, Instant at);

    void correct(CaseId id, FilingOrder corrected, Instant at);

    void take(CaseId id, StaffMember staff, Instant at);

    void act(CaseId id, StaffMember staff, CaseCommand command, Instant at);

    /** A result on paper, handed over. */
    void deliver(CaseId id, StaffMember staff, Delivered how, Instant at);

    void withdraw(CaseId id, org.zhengtong.people.identity.PersonId by, String reason, Instant at);
}
