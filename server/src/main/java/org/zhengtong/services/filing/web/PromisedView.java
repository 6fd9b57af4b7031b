package org.zhengtong.services.filing.web;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.Deferral;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * A material that was promised for later.
 *
 * @param back where one came from
 * @param kept files that came with an earlier try of this page
 * @param until the last day for it
 */
public record PromisedView(
        String action,
        String back,
        String item,
        String receiptNumber,
        String material,
        String name,
        LocalDate until,
        List<Choice> kept,
        List<Wrong> wrong) {
    /** @throws Problem 409 when the case does not wait for the material */
    static PromisedView of(
            String action,
            String back,
            CaseFile file,
            ServiceItem item,
            String material,
            List<Choice> kept,
            List<Wrong> wrong) {
        Deferral awaited = file.awaited(material).orElseThrow(() -> new Problem(409, "cases.material-not-awaited"));
        return new PromisedView(
                action,
                back,
                file.itemName(),
                file.receiptNumber(),
                material,
                item.materialName(material),
                awaited.until(),
                kept,
                wrong);
    }
}
