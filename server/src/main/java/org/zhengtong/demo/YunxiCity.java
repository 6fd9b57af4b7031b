package org.zhengtong.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.EntryList;
import org.zhengtong.services.catalogue.PipeTable;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/**
 * The invented city of Yunxi (云溪市): its bodies, halls and published items. No division of GB/T 2260 begins with
 * 3399, and no telephone has the area code 0509, so nothing here can be taken for a real office.
 */
@Component
@Profile({"demo", "test"})
@Order(YunxiCity.FOUNDED)
public class YunxiCity implements ApplicationRunner {
    /** The city stands before its people move in: what fills it runs with a higher order. */
    public static final int FOUNDED = 100;

    private final Organisation organisation;
    private final Halls halls;
    private final Catalogue catalogue;
    private final BaseCatalogue baseCatalogue;
    private final TransactionTemplate transaction;

    YunxiCity(
            Organisation organisation,
            Halls halls,
            Catalogue catalogue,
            BaseCatalogue baseCatalogue,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.halls = halls;
        this.catalogue = catalogue;
        this.baseCatalogue = baseCatalogue;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (catalogue.items().isEmpty()) {
            transaction.executeWithoutResult(status -> found());
        }
    }

    /** The city's bodies, by the department each is the city's body of. */
    static Map<String, Body> bodies() {
        Map<String, Body> bodies = new LinkedHashMap<>();
        for (PipeTable.Row row : PipeTable.read("demo/bodies.psv").rows()) {
            bodies.put(
                    row.get("department"),
                    new Body(
                            new Uscc(row.get("uscc")),
                            row.get("name"),
                            row.get("division"),
                            row.get("address"),
                            row.get("opening_hours"),
                            row.get("consultation_phone"),
                            row.get("complaint_phone")));
        }
        return bodies;
    }

    private void found() {
        Map<String, Body> bodies = bodies();
        bodies.values().forEach(organisation::put);
        for (PipeTable.Row row : PipeTable.read("demo/halls.psv").rows()) {
            halls.put(hall(row, bodies));
        }
        EntryList list = new EntryList();
        List<ServiceItem> entries = list.entries(bodies);
        list.baseItems(entries).forEach(item -> baseCatalogue.publish(item, Publication.OF_THE_PROGRAM));
        entries.forEach(catalogue::publish);
        list.bundles(entries).forEach(catalogue::publish);
    }

    private static Hall hall(PipeTable.Row row, Map<String, Body> bodies) {
        return new Hall(
                row.get("id"),
                row.get("name"),
                row.get("division"),
                row.get("address"),
                row.get("opening_hours"),
                row.get("phone"),
                row.get("way"),
                row.list("services"),
                row.list("departments").stream()
                        .map(department -> Objects.requireNonNull(bodies.get(department), department)
                                .uscc()
                                .value())
                        .toList());
    }
}
