package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Map;
import org.zhengtong.demo.DemoBodies;
import org.zhengtong.people.organisation.Body;

/** The bodies of the demo city, for tests that need no database. */
public final class YunxiBodies {
    private YunxiBodies() {}

    public static Map<String, Body> read() {
        return DemoBodies.read();
    }

    public static ServiceItem item(String name) {
        return new EntryList()
                .entries(read()).stream()
                        .filter(item -> item.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /** All items of the city. */
    public static List<ServiceItem> items() {
        return new EntryList().entries(read());
    }
}
