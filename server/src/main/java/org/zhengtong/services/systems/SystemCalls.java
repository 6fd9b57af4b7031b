package org.zhengtong.services.systems;

import java.util.Optional;
import java.util.UUID;

/** Hears the calls of departments' systems, and remembers them. */
public interface SystemCalls {

    /** Whether it is worth reading the body of a call: a system of this id is registered. */
    boolean knows(String system);

    /** What is made of a call before it is carried out. */
    sealed interface Hearing {
        record Heard(CallingSystem caller) implements Hearing {}

        /** Signed by this system and refused all the same: too old, sent before, or the system is blocked. */
        record Refused(UUID system, int status, String problem) implements Hearing {}

        /** Nobody can be believed to have sent it. */
        record Unsigned() implements Hearing {}
    }

    Hearing hear(SignedCall call);

    /**
     * A call with its end.
     *
     * @param caseId the case it was about
     * @param receiptNumber of the case; empty when it is not known
     * @param by who acted in the department's system; empty when nobody was named
     */
    record Answered(
            UUID system,
            CallName what,
            Optional<UUID> caseId,
            String receiptNumber,
            String by,
            int status,
            Optional<String> problem,
            long tookMillis) {}

    void remember(Answered call);
}
