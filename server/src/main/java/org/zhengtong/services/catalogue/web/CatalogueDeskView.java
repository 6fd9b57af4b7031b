package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * The items as staff see them.
 *
 * @param q the part of a name they look for
 * @param all how many there are; those beyond the first are found by looking for them
 */
public record CatalogueDeskView(String q, List<Line> lines, int all) {

    /** @param editable whether this steward may suspend it and take it up again */
    public record Line(ServiceItem item, boolean editable) {}
}
