package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A material that may follow (容缺后补).
 *
 * @param material its id in the item
 * @param until the last day for it
 * @param suppliedOn the day it came; absent while it is awaited
 */
public record Deferral(String material, LocalDate until, Optional<LocalDate> suppliedOn) {
    public boolean isAwaited() {
        return suppliedOn.isEmpty();
    }
}
