package org.zhengtong.services.cases;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.ServiceItem;

/** The same cases for those who decide them. Staff see the cases of their own body only. */
public interface CaseDesk {
    Inbox inbox(StaffMember staff, InboxFilter filter);

    /** The most pressing case this member of staff can act on. */
    Optional<CaseId> next(StaffMember staff);

    CaseFile open(CaseId id, StaffMember staff);

    /** A file of the case, to be opened by this member of staff; the opening stands in the audit log. */
    StoredFile file(CaseId id, StaffMember staff, UUID file);

    /**
     * Takes the case in hand.
     *
     * @param version the version the decision rests on; absent for the newest
     * @param over also when a colleague has it in hand
     * @return the case as it stands then
     */
    CaseFile take(CaseId id, StaffMember staff, OptionalLong version, boolean over);

    /**
     * Carries a command out for staff whose role covers it.
     *
     * @return the case as it stands then
     */
    CaseFile act(CaseId id, StaffMember staff, OptionalLong version, CaseCommand command);

    /** What the program has looked at by itself, as of today. */
    List<SystemCheck> checks(CaseFile file);

    /** The entries of other bodies to which the case could be handed over: theirs of the same base item. */
    List<ServiceItem> elsewhere(CaseFile file);

    /** Whether this member of staff's roles cover the case as it stands. */
    boolean isFor(CaseFile file, StaffMember staff);
}
