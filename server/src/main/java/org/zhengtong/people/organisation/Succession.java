package org.zhengtong.people.organisation;

import java.time.LocalDate;
import org.zhengtong.people.identity.Uscc;

/**
 * A body is dissolved or merged (机构撤销、合并), and another goes on with its duties.
 *
 * @param from the first day on which the successor is competent
 * @param document number (文号) of the decision
 */
public record Succession(
        Uscc body,
        String bodyName,
        Uscc successor,
        String successorName,
        LocalDate from,
        String document,
        String reason) {

    public boolean isInForce(LocalDate today) {
        return !from.isAfter(today);
    }
}
