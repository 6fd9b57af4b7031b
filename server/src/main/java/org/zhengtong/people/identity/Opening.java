package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody looked at a person's sealed data.
 *
 * @param own whether it was the person
 * @param workplace the body whose staff it was
 */
public record Opening(Instant at, boolean own, Optional<String> workplace, String purpose) {}
