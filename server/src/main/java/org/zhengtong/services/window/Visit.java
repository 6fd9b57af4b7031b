package org.zhengtong.services.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;

/**
 * Somebody at a window.
 *
 * @param ticket the number they were called by; absent for who walked in
 * @param purpose what they came for, as it stands in the audit log for them to read
 * @param person who they are, as far as it is known
 * @param typed number and telephone typed so far, as long as nobody is found by them
 * @param handover what another window sent them with
 */
public record Visit(
        UUID id,
        PersonId clerk,
        String bodyUscc,
        Optional<String> ticket,
        String purpose,
        Way way,
        Optional<PersonId> person,
        Typed typed,
        Optional<UUID> handover,
        Instant openedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> closedAt) {
    /** A visit nobody closed is over by then. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** How the person was found. */
    public enum Way {
        /** By the identity number, typed or read from the card. */
        NUMBER,
        /** By the QR code of an electronic licence. */
        LICENCE,
        /** By telephone: a hint, and no more. */
        PHONE,
        /** Sent by another window. */
        HANDOVER
    }

    /** What was typed to find somebody. */
    public record Typed(String number, String phone) {
        public static final Typed NOTHING = new Typed("", "");

        /** Neither of them goes into a log. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** How far the visit is. */
    public enum Standing {
        /** Nobody is found yet. */
        UNKNOWN,
        /** Somebody is found; whether it is the person at the window is not certain. */
        FOUND,
        CONFIRMED,
        OVER
    }

    public Standing standing(Instant now) {
        if (closedAt.isPresent() || !now.isBefore(until())) {
            return Standing.OVER;
        }
        if (confirmedAt.isPresent()) {
            return Standing.CONFIRMED;
        }
        return person.isPresent() ? Standing.FOUND : Standing.UNKNOWN;
    }

    public Instant until() {
        return openedAt.plus(LONGEST);
    }
}
