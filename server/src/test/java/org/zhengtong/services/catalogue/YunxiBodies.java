package org.zhengtong.services.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;

/** The bodies of the demo city, for tests that need no database. */
public final class YunxiBodies {
    private YunxiBodies() {}

    public static Map<String, Body> read() {
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

    public static ServiceItem item(String name) {
        return new EntryList()
                .entries(read()).stream()
                        .filter(item -> item.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
