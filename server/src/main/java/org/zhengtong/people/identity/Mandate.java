package org.zhengtong.people.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody may act for another (授权委托).
 *
 * @param until the last day it is good for; without, it lasts until it is ended
 * @param grantedBy as the audit log names them: the principal, a clerk, or the agent on the register's word
 */
public record Mandate(
        UUID id,
        Party principal,
        PersonId agent,
        MandateKind kind,
        MandateScope scope,
        LocalDate from,
        Optional<LocalDate> until,
        MandateProof proof,
        Stage stage,
        String grantedBy,
        Instant grantedAt,
        Optional<MandateEnd> end) {

    /** What was done about it, whatever the day. */
    public enum Stage {
        /** A parent asks, and a clerk has not decided. */
        ASKED,
        /** The agent has not said yes. */
        OFFERED,
        GIVEN,
        ENDED
    }

    /** What it is worth on a day. */
    public enum Standing {
        ASKED,
        OFFERED,
        NOT_YET,
        IN_FORCE,
        OVER,
        ENDED
    }

    public Standing standing(LocalDate today) {
        return switch (stage) {
            case ENDED -> Standing.ENDED;
            case ASKED -> isOver(today) ? Standing.OVER : Standing.ASKED;
            case OFFERED -> isOver(today) ? Standing.OVER : Standing.OFFERED;
            case GIVEN -> isOver(today) ? Standing.OVER : from.isAfter(today) ? Standing.NOT_YET : Standing.IN_FORCE;
        };
    }

    private boolean isOver(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }

    /** Whether it can still be ended. */
    public boolean isOpen(LocalDate today) {
        Standing standing = standing(today);
        return standing != Standing.ENDED && standing != Standing.OVER;
    }

    public Mandate given() {
        return new Mandate(
                id, principal, agent, kind, scope, from, until, proof, Stage.GIVEN, grantedBy, grantedAt, end);
    }

    public Mandate shown(MandateProof seen, String by) {
        return new Mandate(id, principal, agent, kind, scope, from, until, seen, Stage.GIVEN, by, grantedAt, end);
    }

    public Mandate ended(MandateEnd how) {
        return new Mandate(
                id,
                principal,
                agent,
                kind,
                scope,
                from,
                until,
                proof,
                Stage.ENDED,
                grantedBy,
                grantedAt,
                Optional.of(how));
    }
}
