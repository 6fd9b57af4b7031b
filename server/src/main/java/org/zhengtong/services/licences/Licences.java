package org.zhengtong.services.licences;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.Party;

/** Electronic licences, for other rooms. */
public interface Licences {
    /** Issues in the running transaction, the licence sealed. The same {@code grantedBy} again answers the first licence. */
    Licence issue(LicenceOrder order);

    List<Licence> heldBy(Party holder);

    /** The holder's newest valid licence of a type; being read for a purpose, it leaves a trace the holder can see. */
    Optional<Licence> use(Party holder, String type, String actor, String purpose);

    Optional<Licence> find(UUID id);

    Optional<Licence> grantedBy(UUID caseId);
}
