package org.zhengtong.services.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of a licence as its history tells it: what was done, by whom, why, and what changed.
 *
 * @param act empty for the first version, and for versions made before acts were recorded
 * @param actor as the audit log names them
 * @param ground of a revocation or cancellation
 * @param until of a detention or renewal
 * @param digest SM3 of what the issuer sealed; it stands in the next version
 */
public record LicenceVersion(
        int number,
        String identifier,
        LicenceState state,
        Instant at,
        Optional<LicenceAct> act,
        Optional<LicenceAct.Ground> ground,
        Optional<String> actor,
        Optional<String> reason,
        Optional<String> document,
        Optional<LocalDate> until,
        Optional<String> receiver,
        List<Changed> changes,
        String digest) {
    public LicenceVersion {
        changes = List.copyOf(changes);
    }

    /** @param before empty when it was not stated before */
    public record Changed(String name, String before, String after) {
        @Override
        public String toString() {
            return "Changed[" + name + "]";
        }
    }

    @Override
    public String toString() {
        return "LicenceVersion[" + identifier + "]";
    }
}
