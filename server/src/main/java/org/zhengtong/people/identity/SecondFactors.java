package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person's second factors. Changing them takes a session whose person proved who they are within
 * {@link Proof#FRESH_FOR}; without, every change is refused with a {@link org.zhengtong.ground.web.Problem} 403
 * {@code confirm-first}.
 */
public interface SecondFactors {
    int RECOVERY_CODES = 10;

    /**
     * @param codesSince since when time-based codes are asked for at sign-in; empty when they are not
     * @param recoveryCodes how many are left
     */
    record Standing(Optional<Instant> codesSince, int recoveryCodes, int passkeys) {
        public boolean isTwice() {
            return codesSince.isPresent() || passkeys > 0;
        }
    }

    Standing of(PersonId person);

    /** What an authenticator takes in: a secret of 160 bits in Base32 (RFC 4648). The one offered before is forgotten. */
    String offer(SignedIn me);

    /** What was offered last and not confirmed yet. */
    Optional<String> offered(SignedIn me);

    /**
     * From now on codes of the offered secret are asked for, and this session is proven twice.
     *
     * @return the recovery codes, which are never shown again; empty when the code is not right
     */
    Optional<List<String>> confirm(SignedIn me, String code);

    /** @return new recovery codes; the old ones are worth nothing */
    List<String> renewRecoveryCodes(SignedIn me);

    /**
     * Codes are not asked for any more.
     *
     * @throws org.zhengtong.ground.web.Problem 409 when a member of staff would be left without a second factor
     */
    void removeCodes(SignedIn me);
}
