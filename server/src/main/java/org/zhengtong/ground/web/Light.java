package org.zhengtong.ground.web;

import java.util.Locale;

/** How a time limit stands: in time, soon due, overdue. */
public enum Light {
    GREEN,
    YELLOW,
    RED;

    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
