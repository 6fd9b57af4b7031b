package org.zhengtong.services.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.people.identity.PersonId;

/** Matters under way. Every command is one transaction: new state, event, audit leaf. */
public interface Cases {
    /** Files a case; when it returns, the case is on disk. */
    Receipt file(FilingOrder order);

    /**
     * What a correction notice asked for or the precheck advised, handed in again by the applicant. The order has the case's
     * own item version, and the channel it is handed in through.
     */
    void correct(CaseId id, FilingOrder corrected);

    /**
     * A material that was promised (容缺后补), by the applicant.
     *
     * @param signed at a window, what was printed there and signed
     */
    void supply(CaseId id, PersonId by, String material, List<HandedIn> instead, Optional<UUID> signed);

    /** By the applicant, before the decision. */
    void withdraw(CaseId id, PersonId by, String reason);

    /** A case for its applicant, or for the agent of the firm; for everybody else it does not exist. */
    CaseFile open(CaseId id, PersonId reader);

    /** A file of the case, to be opened by its applicant. */
    StoredFile file(CaseId id, PersonId reader, UUID file);

    /** The person's own cases and those of those they act for, as far as they may, newest first. */
    List<CaseSummary> of(PersonId reader);

    /** The same without those of other persons they act for: what is kept of this one. */
    List<CaseSummary> keptOf(PersonId person);
}
