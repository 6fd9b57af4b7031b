package org.zhengtong.services.licences.web;

import java.util.List;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.LicenceType;

/** The types of licences, each with the items that issue it. */
public record TypeListView(List<Row> rows) {

    public record Row(LicenceType type, List<ServiceItem> items) {}

    /** One type, with its face as it is drawn. */
    public record One(Row row, FaceView face) {}
}
