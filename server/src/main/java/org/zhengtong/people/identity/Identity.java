package org.zhengtong.people.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Persons and firms, for other rooms. Registration and sign-in are this room's own pages and calls. */
public interface Identity {
    PersonProfile person(PersonId id);

    FirmProfile firm(FirmId id);

    /**
     * Who is told for the firm: of those who act for it in everything the one who did so first; empty when no firm has
     * this identifier, or nobody acts for it in everything.
     */
    Optional<PersonId> agentOf(FirmId id);

    /** Who is told for the party: a firm's agent, the guardian of somebody who has one, everybody else themselves. */
    PersonId toldFor(UUID party);

    /** The firms this person acts for today, in something or in everything. */
    List<FirmProfile> firmsOf(PersonId agent);

    /** Whom this person may act for today, and how far. Asked anew each time: a mandate that ended is felt at once. */
    Reach reachOf(PersonId person);

    Optional<PersonId> findPerson(IdentityNumber number);

    /** Those reached by this telephone: a hint who somebody is, and no more. */
    List<PersonId> reachedBy(MobileNumber phone);

    /** @param account what somebody signs in with: telephone, identity number or sign-in name */
    Optional<PersonId> findAccount(String account);

    Optional<FirmId> findFirm(Uscc uscc);

    /** The name of a person; empty when their account is gone with everything else. */
    Optional<String> nameOfPerson(PersonId person);

    /** The name of the person or firm. */
    String nameOf(Party party);

    /** Opens the plain identity number; the opening, its actor and purpose stand in the audit log for the person to read. */
    IdentityNumber openNumber(PersonId person, String actor, String purpose);

    /**
     * Whether the identity number of the person, or the code of the firm, ends so. The number stays in this room, and
     * the answer takes the same work whether it is yes or no, of a person, of a firm or of nobody.
     */
    boolean endsWith(Party party, LastFour digits);

    /** Adds a person whose real name a provider has confirmed. Used by registration, the window and the demo city. */
    PersonId add(NewPerson person);

    FirmId add(NewFirm firm);

    /** From now on this is the agent by register in everything, and those who were are not any more. */
    void appoint(FirmId firm, PersonId agent);
}
