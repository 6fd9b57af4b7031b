package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * An undecided case, without its applicant and its contents.
 *
 * @param post with which post it lies; absent while it waits for the applicant
 * @param clocks as they stand today
 * @param answeredBySilence whether it was counted as accepted because nobody answered
 */
public record RunningCase(
        CaseId id,
        String receiptNumber,
        ItemCode item,
        String itemName,
        String body,
        String bodyName,
        Instant filedAt,
        CaseState state,
        Optional<Role> post,
        Optional<PersonId> assignee,
        Optional<String> assigneeName,
        List<DueDate> clocks,
        boolean answeredBySilence) {
    public RunningCase {
        clocks = List.copyOf(clocks);
    }

    public Optional<DueDate> pressing() {
        return clocks.stream().filter(clock -> clock.endedOn().isEmpty()).findFirst();
    }
}
