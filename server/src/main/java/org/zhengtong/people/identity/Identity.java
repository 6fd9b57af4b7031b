package org.zhengtong.people.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Persons and firms, for other rooms. Registration and sign-in are this room's own pages and calls. */
public interface Identity {
    PersonProfile person(PersonId id);

    FirmProfile firm(FirmId id);

    /** Who may act for the firm; empty when no firm has this identifier. */
    Optional<PersonId> agentOf(FirmId id);

    /** The firms this person may act for. */
    List<FirmProfile> firmsOf(PersonId agent);

    /** The person and the firms they may act for, by their identifiers. */
    default Set<UUID> partiesOf(PersonId person) {
        return Stream.concat(
                        Stream.of(person.value()),
                        firmsOf(person).stream().map(firm -> firm.id().value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<PersonId> findPerson(IdentityNumber number);

    /** Those reached by this telephone: a hint who somebody is, and no more. */
    List<PersonId> reachedBy(MobileNumber phone);

    /** @param account what somebody signs in with: telephone, identity number or sign-in name */
    Optional<PersonId> findAccount(String account);

    Optional<FirmId> findFirm(Uscc uscc);

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

    /** Makes the firm known to its agent, or changes the agent. */
    void appoint(FirmId firm, PersonId agent);
}
