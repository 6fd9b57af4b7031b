package org.zhengtong.services.catalogue;

import java.time.Instant;

/** A version of a bundle as it was published; it never changes. */
public record PublishedBundle(Bundle bundle, Instant publishedAt, Publication publication) {}
