package org.zhengtong.services.catalogue;

import java.time.Instant;
import java.util.Optional;
import org.zhengtong.people.organisation.StaffMember;

/**
 * Changes of base items wait here until a second person lets them through. Every method refuses, with a
 * {@link org.zhengtong.ground.web.Problem} 403, whoever does not keep the base item ({@link Stewardship}).
 */
public interface BaseProposals {
    /**
     * @param by who proposed it, as the audit log names them, {@code name} as people do
     * @param reason what is changed and why
     */
    record Proposal(BaseItem item, String by, String name, String reason, Instant at) {}

    /** The one that waits for this base item. */
    Optional<Proposal> waiting(String code);

    /** Puts a change before the others who keep the item, in the place of one that waited. 422 without a reason. */
    void propose(StaffMember by, BaseItem item, String reason);

    /** Publishes what waits; 409 for whoever proposed it, and when nothing waits. */
    BaseItem release(StaffMember by, String code);

    /** Takes away what waits. */
    void withdraw(StaffMember by, String code);
}
