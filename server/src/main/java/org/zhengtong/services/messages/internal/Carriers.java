package org.zhengtong.services.messages.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.services.messages.Carrier;
import org.zhengtong.services.messages.MessageChannel;

/** The carrier of each channel; channels without one are not offered. */
final class Carriers {
    private final Map<MessageChannel, Carrier> carriers = new EnumMap<>(MessageChannel.class);

    /** @param connected in the order in which they go before each other */
    Carriers(List<Carrier> connected) {
        connected.forEach(carrier -> carriers.putIfAbsent(carrier.channel(), carrier));
    }

    Optional<Carrier> of(MessageChannel channel) {
        return Optional.ofNullable(carriers.get(channel));
    }

    boolean isDemonstration(MessageChannel channel) {
        return of(channel).filter(Carrier::isDemonstration).isPresent();
    }

    Set<MessageChannel> connected() {
        return Set.copyOf(carriers.keySet());
    }
}
