package org.zhengtong.services.systems;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call of the history.
 *
 * @param place grows with every call
 * @param what which call: one of {@link CallName}
 * @param caseId the case it was about; absent when it was about none, or came to none
 * @param receiptNumber empty when it is not known
 * @param by who acted in the department's system, with the post; empty when nobody was named
 * @param status the HTTP status of the answer
 * @param problem the stable name of the problem, when it was refused
 */
public record SystemCall(
        long place,
        Instant at,
        CallName what,
        Optional<UUID> caseId,
        String receiptNumber,
        String by,
        int status,
        Optional<String> problem,
        long tookMillis) {
    public boolean isGood() {
        return status / 100 == 2;
    }
}
