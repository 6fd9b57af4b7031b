package org.zhengtong.services.supervision.web;

import org.zhengtong.services.supervision.Overview;

/**
 * @param faults how many histories do not add up
 * @param overall whether the reader sees several bodies
 * @param done the name of what has just been done, or empty
 */
public record OverviewView(Overview overview, int faults, boolean overall, String done) {
    private static final int HEIGHT = 100;

    /** How high a bar of the trend is, of {@value #HEIGHT}. */
    public long height(int cases) {
        int most = overview.weeks().stream()
                .mapToInt(week -> Math.max(week.filed(), week.decided()))
                .max()
                .orElse(0);
        return most == 0 ? 0 : Math.round(cases * (double) HEIGHT / most);
    }

    public boolean nothingToDo() {
        return overview.toExplain() + overview.toConclude() + overview.toLift() + overview.toAssess() + faults == 0
                && overview.pressing().isEmpty();
    }
}
