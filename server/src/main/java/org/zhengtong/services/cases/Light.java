package org.zhengtong.services.cases;

/** How a time limit stands; always shown with a word. */
public enum Light {
    GREEN,
    /** At most a fifth of the days, or one working day, is left. */
    YELLOW,
    /** Overdue. */
    RED;

    public static Light of(int daysLeft, int days) {
        if (daysLeft < 0) {
            return RED;
        }
        return daysLeft <= 1 || daysLeft * 5 <= days ? YELLOW : GREEN;
    }
}
