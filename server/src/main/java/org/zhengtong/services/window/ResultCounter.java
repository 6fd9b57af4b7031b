package org.zhengtong.services.window;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.WaitingResult;

/** One window out (统一出件): the results of every body with a window in the clerk's hall are handed over here. */
public interface ResultCounter {
    List<WaitingResult> waiting(StaffMember clerk);

    /** What the person in front of the clerk may take along. */
    List<WaitingResult> waitingFor(StaffMember clerk, PersonId person);

    /** Opened to be handed over; that it was opened stands in the audit log. */
    WaitingResult open(StaffMember clerk, CaseId id);

    /**
     * Collected by the person themselves.
     *
     * @param digits the last four characters of their identity number, as they stand on the card they show
     * @param signed the delivery receipt with their signature, scanned
     */
    void collected(StaffMember clerk, CaseId id, OptionalLong version, String digits, Optional<UUID> signed);

    /**
     * Collected by somebody else for the applicant.
     *
     * @param signed the delivery receipt with the agent's signature, scanned
     */
    void collectedBy(StaffMember clerk, CaseId id, OptionalLong version, Agent agent, Optional<UUID> signed);

    void sent(StaffMember clerk, CaseId id, OptionalLong version, String carrier, String trackingNumber);

    /** The applicant is content with the electronic result. */
    void electronically(StaffMember clerk, CaseId id, OptionalLong version);
}
