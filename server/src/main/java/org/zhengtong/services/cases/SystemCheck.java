package org.zhengtong.services.cases;

import java.util.List;
import java.util.Locale;

/**
 * Something the program has looked at already, so that a reviewer need not.
 *
 * @param values for the sentence {@code cases.check.<kind>.<right or wrong>}, in lower case with hyphens
 */
public record SystemCheck(Kind kind, boolean right, List<Object> values) {
    public SystemCheck {
        values = List.copyOf(values);
    }

    /** What was looked at. */
    public enum Kind {
        /** A licence used instead of paper is valid today. */
        LICENCE,
        /** An answer is what the register or the licence says. */
        ANSWER,
        /** Nobody has filed the same for the same applicant besides. */
        DUPLICATE,
        /** The applicant does not work for the body that decides (行政许可法 74 回避). */
        CONFLICT
    }

    public String sentence() {
        return "cases.check." + kind.name().toLowerCase(Locale.ROOT) + (right ? ".right" : ".wrong");
    }
}
