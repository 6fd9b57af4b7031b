package org.zhengtong.ground.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which leaves are asked for; what is absent does not narrow.
 *
 * @param action the whole action, or a room with its dot ({@code cases.}) for everything the room did
 * @param since inclusive
 * @param until exclusive
 * @param before only leaves with a smaller sequence: the last one of the page before
 * @param most 1 to 500
 */
public record AuditQuestion(
        Optional<UUID> subject,
        Optional<String> action,
        Optional<String> actor,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Long> before,
        int most) {
    public AuditQuestion {
        if (most < 1 || most > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 leaves");
        }
    }

    public static AuditQuestion everything(int most) {
        return new AuditQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                most);
    }

    public static AuditQuestion about(UUID subject, int most) {
        return about(subject, Optional.empty(), most);
    }

    public static AuditQuestion about(UUID subject, String action, int most) {
        return about(subject, Optional.of(action), most);
    }

    private static AuditQuestion about(UUID subject, Optional<String> action, int most) {
        return new AuditQuestion(
                Optional.of(subject),
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                most);
    }
}
