package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Set;

/**
 * One thing (一件事): several items a person needs at the same turn of life.
 *
 * @param code {@code B} and three digits
 * @param everydayWords how people call it, for the search
 * @param items in the order in which they are usually done
 */
public record Bundle(
        String code,
        String name,
        String summary,
        List<String> everydayWords,
        Set<Audience> audience,
        String lifeEvent,
        List<ItemCode> items) {}
