package org.zhengtong.services.notices;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.ground.calls.ReceiverAddress;

/**
 * A department's system that is told of the cases of its body.
 *
 * @param body USCC of the body
 * @param topics names of the {@link Topic}s it is told of
 * @param paused what happens meanwhile waits until it goes on
 */
public record Receiver(
        UUID id, String body, ReceiverAddress address, Set<String> topics, boolean paused, Instant created) {
    public Receiver {
        topics = Set.copyOf(topics);
    }
}
