package org.zhengtong.services.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A copy of a licence for use (加注件): good for one purpose, one recipient and a time.
 *
 * @param version of the licence it shows
 * @param number by which it is verified, such as {@code 7F3K-22M9-QXW4-KD8A}
 * @param until its last day
 */
public record LicenceCopy(
        UUID id,
        UUID licence,
        int version,
        String number,
        String purpose,
        String recipient,
        LocalDate until,
        Instant madeAt,
        Optional<Instant> revokedAt,
        State state) {

    /** How a copy stands today. */
    public enum State {
        VALID,
        /** Taken back by the holder. */
        REVOKED,
        /** Past its last day. */
        OVER,
        /** The licence is not valid any more, or detained. */
        LICENCE_ENDED,
        /** The licence has a newer version. */
        LICENCE_REPLACED
    }

    public LicenceCode.ForUse forUse() {
        return new LicenceCode.ForUse(number, purpose, recipient, until);
    }

    /** Whom it was for is the holder's own matter. */
    @Override
    public String toString() {
        return "LicenceCopy[" + id + "]";
    }
}
