package org.zhengtong.services.catalogue;

/** Event {@code catalogue.published}: an item or a bundle was published, suspended or taken up again. */
public record Published(String code) {}
