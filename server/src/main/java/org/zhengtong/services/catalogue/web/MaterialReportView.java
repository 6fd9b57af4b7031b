package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.MaterialReport;
import org.zhengtong.services.catalogue.MaterialReport.Issued;
import org.zhengtong.services.catalogue.ServiceItem;

/** What is asked for although the government has it, and what is asked for twice. */
public record MaterialReportView(MaterialReport report) {
    public List<Issued> withoutLicence() {
        return report.issued().stream()
                .filter(issued -> issued.licenceType().isEmpty())
                .toList();
    }

    /** How many items still ask for something no licence serves for. */
    public long itemsAsking() {
        return withoutLicence().stream()
                .flatMap(issued -> issued.items().stream())
                .map(ServiceItem::code)
                .distinct()
                .count();
    }
}
