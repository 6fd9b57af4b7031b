package org.zhengtong.ground.web;

import java.util.Comparator;
import java.util.Set;

/** The places of the staff shell's navigation. A visitor is shown only those their roles open. */
public enum DeskPlace {
    INBOX("/desk"),
    NEXT("/desk/next"),
    SUPERVISION("/desk/supervision"),
    CARDS("/desk/cards"),
    ITEMS("/desk/items"),
    ENTRIES("/desk/entries"),
    BUNDLES("/desk/bundles"),
    SEARCHES("/desk/searches"),
    INSTRUMENTS("/desk/instruments"),
    CASE_EXCHANGE("/desk/transfer/cases"),
    WINDOW("/desk/window"),
    QUEUE("/desk/queue"),
    RECEPTION("/desk/reception"),
    APPOINTMENTS("/desk/appointments"),
    FLOOR("/desk/floor"),
    RATINGS("/desk/ratings"),
    LICENCES("/desk/licences"),
    STAFF("/desk/staff"),
    KEYS("/desk/keys"),
    BODIES("/desk/bodies"),
    HALLS("/desk/halls"),
    WEBHOOKS("/desk/webhooks"),
    SYSTEMS("/desk/systems"),
    CLIENTS("/desk/clients"),
    CARRIERS("/desk/carriers"),
    AUDIT("/desk/audit"),
    DEAD_LETTERS("/desk/dead-letters"),
    RECOVERY("/desk/recovery"),
    SESSIONS("/desk/sessions"),
    REQUESTS("/desk/requests");

    private final String address;

    DeskPlace(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }

    /** Key of the name in the navigation. */
    public String key() {
        return "desk.place" + address.substring("/desk".length()).replace('/', '.');
    }

    /** Where somebody begins to whom these places are open. */
    public static DeskPlace first(Set<DeskPlace> open) {
        return open.stream().min(Comparator.naturalOrder()).orElse(INBOX);
    }
}
