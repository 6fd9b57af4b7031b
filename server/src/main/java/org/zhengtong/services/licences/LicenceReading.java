package org.zhengtong.services.licences;

import java.time.Instant;

/**
 * That somebody read a licence, as its holder may see it.
 *
 * @param actor as the audit log names them: {@code person:<uuid>}, {@code staff:<uuid>} or {@code system}
 */
public record LicenceReading(Instant at, String actor, String purpose) {}
