package org.zhengtong.ground.web;

import java.util.Locale;

/** How a tag or notice looks. The words say what it means; colour never does alone. */
public enum Tone {
    PLAIN,
    INFO,
    OK,
    WARN,
    BAD;

    /** The class in the style sheet. */
    public String style() {
        return this == PLAIN ? "" : name().toLowerCase(Locale.ROOT);
    }
}
