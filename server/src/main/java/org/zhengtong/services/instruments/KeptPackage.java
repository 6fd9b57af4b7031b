package org.zhengtong.services.instruments;

import java.time.Instant;
import java.util.UUID;

/**
 * The package of a case in the archive, made once.
 *
 * @param sm3 its digest in hexadecimal, which stands in the audit log too
 */
public record KeptPackage(UUID file, String sm3, long bytes, Instant packedAt) {}
