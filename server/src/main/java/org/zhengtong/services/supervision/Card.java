package org.zhengtong.services.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DueDate;

/**
 * A yellow or red card (黄牌、红牌).
 *
 * @param due the last day of the limit it was issued for
 * @param post with which the case lay
 * @param holder who had it in hand; absent when nobody had
 */
public record Card(
        UUID id,
        CaseId caseId,
        String receiptNumber,
        String itemName,
        String body,
        String bodyName,
        CardColour colour,
        DueDate.Kind clock,
        LocalDate due,
        Role post,
        Optional<PersonId> holder,
        Optional<String> holderName,
        Instant issuedAt,
        CardCourse course) {}
