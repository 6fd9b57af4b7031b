package org.zhengtong.services.supervision;

import java.util.Optional;

/**
 * Which finds.
 *
 * @param open only those nobody has assessed
 * @param page counts from 1
 */
public record SuspicionFilter(Optional<Pattern> pattern, Optional<String> body, boolean open, int page) {
    public static final int PAGE_SIZE = 20;

    public SuspicionFilter {
        page = Math.clamp(page, 1, 10_000);
    }

    public static SuspicionFilter toAssess() {
        return new SuspicionFilter(Optional.empty(), Optional.empty(), true, 1);
    }
}
