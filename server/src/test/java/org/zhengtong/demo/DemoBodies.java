package org.zhengtong.demo;

import java.util.Map;
import org.zhengtong.people.organisation.Body;

/** The bodies of the demo city, for tests that need no database. */
public final class DemoBodies {
    private DemoBodies() {}

    /** By the department each is the city's body of. */
    public static Map<String, Body> read() {
        return YunxiCity.bodies();
    }
}
