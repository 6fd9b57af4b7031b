package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.BaseItem;

/** @param lines the base items found, with how many bodies the reader sees implement them */
public record BaseListView(String question, List<Line> lines, boolean more) {
    public record Line(BaseItem item, long implementedBy) {}
}
