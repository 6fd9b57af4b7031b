package org.zhengtong.services.supervision;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.services.cases.BodyLights;
import org.zhengtong.services.cases.RunningCase;

/**
 * One page for a head.
 *
 * @param lights the bodies, the worst first
 * @param weeks the oldest first, the last one under way
 * @param pressing the most overdue cases
 * @param toExplain cards whose post has not said why
 * @param toConclude cards that wait for a measure
 * @param toLift cards said to be wrong
 * @param toAssess patterns nobody has assessed
 */
public record Overview(
        BodyLights all,
        List<BodyLights> lights,
        List<Week> weeks,
        List<RunningCase> pressing,
        int toExplain,
        int toConclude,
        int toLift,
        int toAssess) {
    public Overview {
        lights = List.copyOf(lights);
        weeks = List.copyOf(weeks);
        pressing = List.copyOf(pressing);
    }

    /**
     * @param monday its first day
     * @param inTime of the decided ones, within the promise
     */
    public record Week(LocalDate monday, int filed, int decided, int inTime) {
        public double inTimePercent() {
            return decided == 0 ? 100 : inTime * 100.0 / decided;
        }
    }
}
