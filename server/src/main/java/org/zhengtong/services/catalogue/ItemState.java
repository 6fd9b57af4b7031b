package org.zhengtong.services.catalogue;

/** States of an entry. Only one in use can be filed for. */
public enum ItemState {
    IN_USE,
    SUSPENDED,
    CANCELLED,
    DRAFT
}
