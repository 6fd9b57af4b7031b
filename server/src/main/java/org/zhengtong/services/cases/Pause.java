package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.zhengtong.services.catalogue.SpecialProcedure;

/**
 * A special procedure during which the clock stands, as long as the applicant was told it would take (行政许可法 45).
 *
 * @param days working days it takes, as announced; what it takes longer is counted
 * @param until the day it ended; absent while it runs
 */
public record Pause(SpecialProcedure.Kind kind, LocalDate from, int days, Optional<LocalDate> until) {
    Pause ended(LocalDate day) {
        return new Pause(kind, from, days, Optional.of(day));
    }
}
