package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What another body was asked about a case (会签、征求意见).
 *
 * @param body USCC of the body asked
 * @param until the last day for the answer; silence beyond it counts as no objection
 * @param agrees absent while nothing has been answered
 */
public record AskedOpinion(String body, String bodyName, LocalDate until, Optional<Boolean> agrees) {
    public boolean isAwaited(LocalDate today) {
        return agrees.isEmpty() && !today.isAfter(until);
    }

    AskedOpinion answered(boolean agreed) {
        return new AskedOpinion(body, bodyName, until, Optional.of(agreed));
    }
}
