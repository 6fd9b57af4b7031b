package org.zhengtong.ground.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What happened once.
 *
 * @param sequence grows with every leaf of the house; numbers may be left out
 * @param subjectSequence 1, 2, 3 … of this subject, none left out
 * @param digest SM3 in hexadecimal
 */
public record Leaf(
        long sequence,
        UUID subject,
        long subjectSequence,
        String action,
        String actor,
        Instant at,
        Map<String, String> facts,
        String digest) {
    public Leaf {
        facts = Map.copyOf(facts);
    }
}
