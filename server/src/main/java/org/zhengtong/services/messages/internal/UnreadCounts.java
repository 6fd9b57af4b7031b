package org.zhengtong.services.messages.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;

/** Every page shows the count: it is remembered for a few seconds. */
@Component
class UnreadCounts {
    private final Cache<PersonId, Integer> counts = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(5))
            .maximumSize(20_000)
            .build();

    int of(PersonId person, ToIntFunction<PersonId> count) {
        return counts.get(person, count::applyAsInt);
    }

    void forget(PersonId person) {
        counts.invalidate(person);
    }
}
