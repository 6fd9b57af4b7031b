package org.zhengtong.services.cases;

import java.util.Optional;

/**
 * What the inbox shows.
 *
 * @param view {@code FOR_ME} for what the reader's roles can act on
 * @param light only cases whose clock stands so
 * @param search a receipt number or the beginning of one
 * @param page counts from 1
 */
public record InboxFilter(View view, Optional<Light> light, Optional<String> search, int page) {
    public static final int PAGE_SIZE = 20;

    /** Which cases. */
    public enum View {
        FOR_ME,
        MINE,
        ACCEPTANCE,
        REVIEW,
        DECISION,
        /** Cases of other bodies that ask for this body's opinion. */
        OPINIONS,
        WAITING,
        DONE
    }

    public InboxFilter {
        page = Math.clamp(page, 1, Inbox.MOST_COUNTED / PAGE_SIZE);
    }

    public static InboxFilter todo() {
        return new InboxFilter(View.FOR_ME, Optional.empty(), Optional.empty(), 1);
    }
}
