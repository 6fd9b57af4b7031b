package org.zhengtong.people.organisation;

import java.util.List;

/** The items bodies handle, as the room that keeps them names them. */
public interface HandledItems {
    /** @param code implementation code (实施编码) */
    record HandledItem(String code, String name) {}

    /** In the order in which they are read: those in use, by name. */
    List<HandledItem> of(Body body);
}
