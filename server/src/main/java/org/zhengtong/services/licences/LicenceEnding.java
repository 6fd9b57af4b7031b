package org.zhengtong.services.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code licences.ending}: a valid licence ends soon. Told once for each configured distance.
 *
 * @param days how many days were left at most when it was told
 */
public record LicenceEnding(
        UUID licence, String identifier, String type, UUID holder, LocalDate validUntil, int days, Instant at) {
    public static final String TOPIC = "licences.ending";

    /** From this distance on pages say that a licence ends soon, and where it is renewed. */
    public static final int DAYS_TO_ACT = 60;
}
