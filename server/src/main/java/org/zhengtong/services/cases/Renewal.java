package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a case is for the renewal of a licence.
 *
 * @param until the licence's last day
 * @param filedOn the day of the filing, whatever was corrected afterwards
 */
public record Renewal(UUID licence, LocalDate until, LocalDate filedOn) {
    private static final int DAYS_BEFORE = 30;

    /** Applied for thirty days before the last day, so that silence until then renews it (行政许可法 50). */
    public boolean isInTime() {
        return !filedOn.isAfter(until.minusDays(DAYS_BEFORE));
    }
}
