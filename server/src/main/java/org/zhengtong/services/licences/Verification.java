package org.zhengtong.services.licences;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What anyone is told of an identifier.
 *
 * @param identifier as it was understood
 * @param licence what the licence shows to anyone; only when its seal is whole
 */
public record Verification(String identifier, Outcome outcome, Optional<Shown> licence) {

    public enum Outcome {
        VALID,
        DETAINED,
        REVOKED,
        CANCELLED,
        EXPIRED,
        TRANSFERRED,
        WITHDRAWN,
        /** A newer version of the licence stands. */
        REPLACED,
        /** Nothing was issued under it here. */
        UNKNOWN,
        /** The check character does not fit: mistyped. */
        MISTYPED,
        /** It has not the form of an identifier. */
        NO_IDENTIFIER,
        /** The record, or one of the versions before it, is not what the issuer sealed. */
        SEAL_BROKEN,
        /** The code that came with the identifier is not the issuer's, or was changed on the way. */
        CODE_FORGED;

        static Outcome of(LicenceState state) {
            return valueOf(state.name());
        }
    }

    public boolean valid() {
        return outcome == Outcome.VALID;
    }

    public static Verification without(String identifier, Outcome outcome) {
        return new Verification(identifier, outcome, Optional.empty());
    }

    public static Verification of(String identifier, LicenceState state, Shown licence) {
        return new Verification(identifier, Outcome.of(state), Optional.of(licence));
    }

    public static Verification replaced(String identifier, Shown licence) {
        return new Verification(identifier, Outcome.REPLACED, Optional.of(licence));
    }

    /**
     * A licence without the personal data of its holder: of natural persons the name is masked, and numbers of
     * identity, addresses and everything else that is not open stay away.
     *
     * @param masked whether something was held back to protect a natural person
     * @param attributes in the order of print
     */
    public record Shown(
            String type,
            Optional<String> number,
            String holderName,
            boolean masked,
            String issuerName,
            LocalDate issuedOn,
            Optional<LocalDate> validUntil,
            Map<String, String> attributes) {}
}
