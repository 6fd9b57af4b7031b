package org.zhengtong.services.notices;

import java.time.Instant;
import java.util.Optional;

/**
 * A receiver in the list.
 *
 * @param waiting messages not delivered yet
 * @param givenUp messages that were tried in vain
 * @param delivered when what the last delivered message tells of happened
 */
public record ReceiverSummary(
        Receiver receiver, String bodyName, int waiting, int givenUp, Optional<Instant> delivered) {}
