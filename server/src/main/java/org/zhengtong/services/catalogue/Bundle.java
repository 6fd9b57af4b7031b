package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Set;

/**
 * One thing (一件事): several items a person needs at the same turn of life.
 * @param code {@code B} and three digits
 */
public record Bundle(String code, String name, Set<Audience> audience, List<ItemCode> items) {}
