package org.zhengtong.services.window;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;

/**
 * A matter another body's window is asked to go on with.
 *
 * @param draft what was filled in so far
 * @param reason why this window does not do it itself
 * @param takenAt when the other window took it on
 */
public record Handover(
        UUID id,
        UUID visit,
        PersonId person,
        Optional<UUID> draft,
        Optional<String> itemName,
        String fromUscc,
        String fromName,
        String toUscc,
        String toName,
        String clerkName,
        String reason,
        Instant at,
        Optional<Instant> takenAt) {}
