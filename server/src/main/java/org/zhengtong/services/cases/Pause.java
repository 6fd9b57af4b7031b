package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A special procedure during which the clock stands (行政许可法 45).
 *
 * @param article what it stands on, such as {@code 《行政许可法》第四十五条(专家评审)}
 * @param until the day the clock went on; absent while it stands
 */
public record Pause(String article, LocalDate from, Optional<LocalDate> until) {
    Pause ended(LocalDate day) {
        return new Pause(article, from, Optional.of(day));
    }
}
