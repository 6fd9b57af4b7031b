package org.zhengtong.ground.audit;

import java.util.Map;
import java.util.UUID;

/** Writes what happened into the chain. */
public interface AuditLog {

    /**
     * Appends a leaf in the running transaction; without one it throws. The leaf carries the SM3 digest of its content
     * and of the leaf before it of the same subject.
     *
     * @param subject what was changed or looked at: a case, a person, a licence
     * @param action {@code <room>.<action>}, such as {@code cases.accept} or {@code identity.open-number}
     * @param actor who did it: {@code person:<uuid>}, {@code staff:<uuid>} or {@code system}
     * @param facts what is needed to understand the change; never plain personal data
     */
    void append(UUID subject, String action, String actor, Map<String, String> facts);
}
