package org.zhengtong.services.window.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case of the person that waits for something they can hand in here.
 *
 * @param things what it waits for
 */
public record AwaitedView(String caseId, String receiptNumber, String itemName, String bodyName, List<Thing> things) {

    /**
     * One of them.
     *
     * @param material id of the promised material; empty for the correction
     * @param name of the material; empty for the correction
     * @param advice whether it is only advised by the precheck
     * @param until the last day for it
     * @param begun whether it is being filled in in this visit
     */
    public record Thing(String material, String name, boolean advice, Optional<LocalDate> until, boolean begun) {}
}
