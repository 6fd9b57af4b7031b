package org.zhengtong.services.cases;

import java.util.Optional;
import java.util.Set;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * Which running cases.
 *
 * @param bodies USCCs
 * @param post only what lies with this post
 * @param page counts from 1
 */
public record RunningFilter(
        Set<String> bodies, Optional<Light> light, Optional<ItemCode> item, Optional<Role> post, int page) {
    public static final int PAGE_SIZE = 20;

    public RunningFilter {
        bodies = Set.copyOf(bodies);
        page = Math.clamp(page, 1, 10_000);
    }

    public static RunningFilter all(Set<String> bodies) {
        return new RunningFilter(bodies, Optional.empty(), Optional.empty(), Optional.empty(), 1);
    }
}
