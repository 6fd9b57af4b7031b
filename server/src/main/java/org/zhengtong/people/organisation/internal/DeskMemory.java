package org.zhengtong.people.organisation.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.ground.web.DeskPlace;
import org.zhengtong.people.identity.PersonId;

/**
 * What the shell shows of somebody's duties, on every page: remembered for three seconds, so that other nodes see a change
 * as soon as they see a session end, and forgotten at once on the node that makes it. What somebody may do is read anew
 * for every act and never from here.
 */
@Component
class DeskMemory {
    private final Cache<PersonId, Desk> desks = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(3))
            .maximumSize(20_000)
            .build();

    record Desk(Optional<String> workplace, Set<DeskPlace> places) {}

    Desk of(PersonId person, Function<PersonId, Desk> read) {
        return desks.get(person, read);
    }

    /** With the running transaction, when there is one: what is read meanwhile is the old. */
    void forget() {
        desks.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    desks.invalidateAll();
                }
            });
        }
    }
}
