package org.zhengtong.services.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * A case in a list.
 *
 * @param due the last day of the clock that presses
 * @param daysLeft working days until then, negative when overdue
 */
public record CaseSummary(
        CaseId id,
        long version,
        String receiptNumber,
        ItemCode item,
        String itemName,
        String bodyName,
        String applicantName,
        CaseState state,
        Optional<Outcome> outcome,
        Channel channel,
        Instant filedAt,
        Optional<LocalDate> due,
        int daysLeft,
        Optional<Light> light,
        Optional<PersonId> assignee,
        Optional<String> assigneeName) {

    @Override
    public String toString() {
        return "CaseSummary[" + receiptNumber + " " + state + "]";
    }
}
