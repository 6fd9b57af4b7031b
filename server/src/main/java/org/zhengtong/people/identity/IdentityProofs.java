package org.zhengtong.people.identity;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Raising one's own real-name level at a connected service. */
public interface IdentityProofs {

    Set<IdentityProof.Kind> connected();

    boolean isDemonstration(IdentityProof.Kind kind);

    /**
     * Where to go.
     *
     * @param back the address the person comes back to
     */
    URI begin(SignedIn me, IdentityProof.Kind kind, URI back);

    /** @return whether the level is {@link RealName#SHOWN} now; never by an answer that was not asked for, or came twice */
    boolean finish(SignedIn me, IdentityProof.Kind kind, Map<String, String> answer);
}
