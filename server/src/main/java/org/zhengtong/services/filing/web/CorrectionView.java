package org.zhengtong.services.filing.web;

import java.util.List;

/**
 * Everything a correction notice asks for, on one page.
 *
 * @param more questions that come up with a corrected answer
 */
public record CorrectionView(
        String action,
        String back,
        String item,
        String receiptNumber,
        List<FieldPoint> fields,
        List<MaterialPoint> materials,
        List<FieldView> more,
        List<Wrong> wrong) {

    /** An answer to be corrected. */
    public record FieldPoint(String problem, String remedy, FieldView field) {}

    /** A material to be handed in again; {@code kept} are files that came with an earlier try of this page. */
    public record MaterialPoint(
            String id, String name, String problem, String remedy, List<Choice> kept, List<Wrong> wrong) {}
}
