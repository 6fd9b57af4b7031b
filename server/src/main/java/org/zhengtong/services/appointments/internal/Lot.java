package org.zhengtong.services.appointments.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.zhengtong.ground.crypto.Sm3;

/** Draws the order of those who came before the release. Anybody who knows the seed and the lots draws the same. */
final class Lot {
    private Lot() {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Ticket(byte[] digest, UUID lot) {}

    /** Ascending by the digest of the seed and the lot, both as they are written. */
    static List<UUID> order(String seed, Collection<UUID> lots) {
        return lots.stream()
                .map(lot -> new Ticket(digest(seed + lot), lot))
                .sorted(Comparator.comparing(Ticket::digest, Arrays::compareUnsigned))
                .map(Ticket::lot)
                .toList();
    }

    static String commitment(String seed) {
        return HexFormat.of().formatHex(digest(seed));
    }

    private static byte[] digest(String text) {
        return Sm3.digest(text.getBytes(StandardCharsets.US_ASCII));
    }
}
