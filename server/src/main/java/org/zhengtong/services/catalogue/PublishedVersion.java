package org.zhengtong.services.catalogue;

import java.time.Instant;

/** A version of an entry as it was published; it never changes. */
public record PublishedVersion(ServiceItem item, Instant publishedAt, Publication publication) {}
