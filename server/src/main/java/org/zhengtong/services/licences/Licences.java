package org.zhengtong.services.licences;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;

/**
 * Electronic licences, for other rooms. A licence whose record is not what its issuer sealed is no licence: no query
 * but {@link #verify} answers it.
 */
public interface Licences {
    /** Issues in the running transaction, the licence sealed. The same {@code grantedBy} again answers the first licence. */
    Licence issue(LicenceOrder order);

    /** The newest version of each, newest licence first. */
    List<Licence> heldBy(Party holder);

    /** The holder's newest valid licence of a type; being read for a purpose, it leaves a trace the holder can see. */
    Optional<Licence> use(Party holder, String type, String actor, String purpose);

    Optional<Licence> find(UUID id);

    /** The licences of the person and of the firms they act for, newest first. */
    List<Licence> heldBy(SignedIn me);

    /** A licence of the person or of a firm they act for; nobody else's. */
    Optional<Licence> find(UUID id, SignedIn me);

    Optional<Licence> grantedBy(UUID caseId);

    /** The licences that say they were granted by one of these cases, whatever became of them: case → licences. */
    Map<UUID, Set<UUID>> issuedBy(Collection<UUID> cases);

    /**
     * Makes a new version in another state: detain, give back, revoke, cancel, withdraw, transfer.
     *
     * @param actor who does it, as the audit log names them
     * @param reason shown to the holder
     * @throws org.zhengtong.ground.web.Problem when the licence's state does not allow it
     */
    Licence change(UUID id, LicenceState state, String actor, String reason);

    /** Who has read the licence and why, newest first. */
    List<LicenceReading> readings(UUID id);

    /**
     * The valid licence whose identifier or QR code somebody presents; being read for a purpose, it leaves a trace the
     * holder can see.
     */
    Optional<Licence> presented(String scanned, String actor, String purpose);

    /** Whether a licence stands behind what somebody typed; the seal is verified each time. */
    Verification verify(String typed);

    /**
     * The same for what somebody scanned: the address with its code, which must be the issuer's.
     *
     * @param code as it stood in the QR code
     */
    Verification verify(String typed, String code);

    /** The code that is believed without asking, signed now; only of a valid licence. */
    Optional<String> code(Licence licence);

    /** The certificates of all issuers, for those who verify codes without a network. */
    IssuerList issuers();

    /**
     * What was done to a licence, newest first.
     *
     * @return empty when the chain of its versions is broken
     */
    Optional<List<LicenceVersion>> versions(UUID id);

    /** @throws IllegalArgumentException when the type table does not have it */
    LicenceType type(String title);

    List<LicenceType> types();
}
