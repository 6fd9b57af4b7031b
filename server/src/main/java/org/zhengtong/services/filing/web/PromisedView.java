package org.zhengtong.services.filing.web;

import java.time.LocalDate;
import java.util.List;

/**
 * A material that was promised for later.
 *
 * @param back the page of the case
 * @param until the last day for it
 */
public record PromisedView(
        String back,
        String item,
        String receiptNumber,
        String material,
        String name,
        LocalDate until,
        List<Wrong> wrong) {}
