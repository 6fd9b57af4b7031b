package org.zhengtong.services.filing.web;

import java.util.List;
import org.zhengtong.services.cases.Mark;

/**
 * Everything a correction notice asks for, on one page.
 *
 * @param pictures below which the marked pictures are found
 * @param more questions that come up with a corrected answer
 */
public record CorrectionView(
        String action,
        String back,
        String pictures,
        String item,
        String receiptNumber,
        List<FieldPoint> fields,
        List<GroupPoint> groups,
        List<MaterialPoint> materials,
        List<FieldView> more,
        List<Wrong> wrong) {

    /** An answer to be corrected. */
    public record FieldPoint(String problem, String remedy, FieldView field) {}

    /** A repeated page: what was filed, and room for more. */
    public record GroupPoint(
            String id,
            String title,
            String problem,
            String remedy,
            String each,
            boolean mayAdd,
            List<Wrong> wrong,
            List<QuestionsView.Entry> entries) {}

    /** A material to be handed in again; {@code marked} shows what is wrong with it, {@code kept} are files that came with an earlier try of this page. */
    public record MaterialPoint(
            String id,
            String name,
            String problem,
            String remedy,
            List<Mark.Sheet> marked,
            List<Choice> kept,
            List<Wrong> wrong) {}
}
