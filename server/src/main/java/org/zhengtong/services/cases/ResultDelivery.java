package org.zhengtong.services.cases;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.zhengtong.people.organisation.StaffMember;

/** Results on paper: every body's are handed over at one window, or sent (统一出件). */
public interface ResultDelivery {
    /**
     * Decided cases that wait, the most urgent first.
     *
     * @param bodies USCCs of the bodies whose results the window hands over
     */
    List<WaitingResult> waiting(StaffMember staff, Set<String> bodies);

    /** One of them with all it takes to hand it over; that it was opened stands in the audit log. */
    WaitingResult open(CaseId id, StaffMember staff, Set<String> bodies);

    /**
     * Handed over: delivered and closed in one step.
     *
     * @param version the version that was read; absent for the newest
     */
    void deliver(CaseId id, StaffMember staff, Set<String> bodies, OptionalLong version, Delivered how);
}
