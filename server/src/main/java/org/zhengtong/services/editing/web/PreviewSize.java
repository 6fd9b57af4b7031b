package org.zhengtong.services.editing.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an item is looked at. */
public enum PreviewSize {
    PHONE,
    DESKTOP,
    KIOSK,
    PAPER;

    /** In addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PreviewSize> of(String id) {
        return Arrays.stream(values()).filter(size -> size.id().equals(id)).findFirst();
    }
}
