package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * A case that waits for its applicant.
 *
 * @param due the last day of the clock that presses
 * @param deferred promised materials that have not come
 */
public record AwaitedSupplement(
        CaseId id,
        String receiptNumber,
        ItemCode item,
        int itemVersion,
        String itemName,
        String bodyName,
        CaseState state,
        Optional<LocalDate> due,
        List<Deferral> deferred) {}
