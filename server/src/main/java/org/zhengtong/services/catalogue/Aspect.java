package org.zhengtong.services.catalogue;

/** What people ask about an item. */
public enum Aspect {
    MATERIALS,
    TIME,
    FEE,
    PLACE,
    VISITS
}
