package org.zhengtong.services.cases;

import java.util.List;

/**
 * @param total how many there are on all pages, {@link #MOST_COUNTED} also when there are more: nobody leafs further
 */
public record Inbox(List<CaseSummary> rows, int total, Figures figures) {
    public static final int MOST_COUNTED = 10_000;

    /** Whether there may be more than were counted. */
    public boolean more() {
        return total >= MOST_COUNTED;
    }

    /**
     * How the body is doing.
     *
     * @param todo cases the reader's roles can act on
     * @param dueToday of these, due today
     * @param overdue of these, past their day
     * @param averageDays working days from acceptance to decision, last 30 days
     * @param averagePromised what was promised for the same cases
     * @param inTimePercent share decided within the promise, last 30 days
     * @param decided how many were decided in the last 30 days
     */
    public record Figures(
            int todo,
            int dueToday,
            int overdue,
            double averageDays,
            double averagePromised,
            double inTimePercent,
            int decided) {
        /** For those whose roles act on no cases. */
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 100, 0);
    }
}
