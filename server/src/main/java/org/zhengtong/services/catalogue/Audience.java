package org.zhengtong.services.catalogue;

/** Who an item is for. */
public enum Audience {
    PERSON,
    FIRM
}
