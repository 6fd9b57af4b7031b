package org.zhengtong.services.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A turn of life or of a firm's life by which people look for items.
 *
 * @param name as in {@link ServiceItem#lifeEvent()}
 * @param summary what is found there, in few words
 * @param who whose life
 */
public record LifeEvent(String name, String summary, Set<Audience> who) {

    /** All of them, in the order of a life. */
    public static List<LifeEvent> all() {
        return Known.EVENTS;
    }

    private static final class Known {
        private static final List<LifeEvent> EVENTS =
                PipeTable.read("services/catalogue/life-events.psv").rows().stream()
                        .map(row -> new LifeEvent(row.get("name"), row.get("summary"), who(row.list("who"))))
                        .toList();

        private static Set<Audience> who(List<String> names) {
            Set<Audience> who = EnumSet.noneOf(Audience.class);
            names.forEach(name -> who.add(name.equals("法人") ? Audience.FIRM : Audience.PERSON));
            return who;
        }
    }
}
