package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * A result that waits to be handed over.
 *
 * @param collector whose identity is checked when it is collected: the applicant, or who filed for them and may collect
 * @param party the applicant
 * @param addressee the plain name, only of one that was opened to be sent
 * @param due the last day for handing it over
 * @param daysLeft working days until then, negative when overdue
 */
public record WaitingResult(
        CaseId id,
        long version,
        String receiptNumber,
        ItemCode item,
        String itemName,
        String bodyUscc,
        String bodyName,
        MaskedName applicant,
        Party party,
        PersonId collector,
        Outcome outcome,
        DeliveryWish wish,
        Optional<String> addressee,
        Optional<LocalDate> due,
        int daysLeft,
        Optional<Light> light) {}
