package org.zhengtong.bench;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One line of the result.
 *
 * @param meaning the units, and what the reference is
 * @param reference what is measured beside it in the same run, in the same unit
 */
record Figure(String name, String meaning, double ours, double reference, double goal, boolean reached) {

    /** The goal is the most {@code ours} may be. */
    static Figure atMost(String name, double goal, double ours, double reference, String meaning) {
        return new Figure(name, meaning, ours, reference, goal, ours <= goal);
    }

    /** The goal is the least {@code ours} may be. */
    static Figure atLeast(String name, double goal, double ours, double reference, String meaning) {
        return new Figure(name, meaning, ours, reference, goal, ours >= goal);
    }

    /** The goal is the least part of the reference {@code ours} may be. */
    static Figure partOf(String name, double goal, double ours, double reference, String meaning) {
        return new Figure(name, meaning, ours, reference, goal, ours / reference >= goal);
    }

    String line() {
        return "BENCH %s ours=%s reference=%s ratio=%s goal=%s %s"
                .formatted(
                        name,
                        plain(ours),
                        plain(reference),
                        plain(ours / reference),
                        plain(goal),
                        reached ? "ok" : "short");
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(value >= 1000 ? 4 : 3))
                        .stripTrailingZeros()
                        .toPlainString()
                : "none";
    }
}
