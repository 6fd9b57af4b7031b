package org.zhengtong.voice.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhengtong.services.systems.Evaluation.Level;

/**
 * What somebody said of how they were served.
 *
 * @param ticket by which they were served
 * @param receipt by which they find it again
 * @param reasons codes of the national list, all of the level
 */
public record Rating(
        UUID id, UUID ticket, String receipt, Level level, List<Integer> reasons, Channel channel, Instant at) {
    public Rating {
        reasons = List.copyOf(reasons);
    }

    public enum Channel {
        WEB,
        TABLET,
        KIOSK
    }
}
