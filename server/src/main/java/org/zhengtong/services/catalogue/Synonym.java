package org.zhengtong.services.catalogue;

import java.time.Instant;

/** A word an editor gave to a base item. */
public record Synonym(String baseCode, String word, Instant addedAt) {}
