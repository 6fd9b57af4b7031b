package org.zhengtong.people.organisation.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.outbox.DeadLetter;

/** Events that could not be delivered. */
public record DeadLettersView(List<DeadLetter> letters, long count, String done) {
    static final int MOST = 50;

    /** The sequence the next page begins after; empty on the last page. */
    public Optional<Long> more() {
        return letters.size() < MOST
                ? Optional.empty()
                : Optional.of(letters.getLast().event().sequence());
    }
}
