package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey of a person, for their own eyes.
 *
 * @param backedUp whether its maker keeps a copy for the person's other devices
 */
public record Passkey(UUID id, String name, boolean backedUp, Instant created, Optional<Instant> lastUsed) {}
