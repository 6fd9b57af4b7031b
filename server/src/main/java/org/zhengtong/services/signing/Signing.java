package org.zhengtong.services.signing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody was asked to sign.
 *
 * @param subject the case or the draft it is about
 * @param digest of the paper that was shown
 * @param back the page the clerk goes on with
 * @param file the signed paper, once it was kept
 */
public record Signing(
        UUID id,
        UUID subject,
        int window,
        String digest,
        State state,
        Instant askedAt,
        Optional<Instant> endedAt,
        String back,
        Optional<Strokes> strokes,
        Optional<UUID> file) {

    public enum State {
        ASKED,
        SIGNED,
        /** The person does not agree with what they were shown. */
        DECLINED,
        /** By the clerk, or because they asked for something else. */
        TAKEN_BACK,
        /** Nobody did anything for {@link Signings#LONGEST}. */
        OVER
    }

    public boolean hasSigned(Paper paper) {
        return state == State.SIGNED && digest.equals(paper.digest());
    }
}
