package org.zhengtong.people.privacy;

import java.time.Instant;

/**
 * Somebody looked at what is kept of a person.
 *
 * @param actor as the audit log names them
 * @param what {@code privacy.look.<what>}: the identity number, a case, a file, a licence
 * @param which which of them, for the person's eyes; may be empty
 * @param purpose in words, or a key {@code privacy.purpose.<purpose>}
 */
public record Look(Instant at, String actor, String what, String which, String purpose) {}
