package org.zhengtong.services.queue.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.queue.internal.Forecast.Pace;

/** How long matters take in a hall, by those served of late. */
@Component
class Paces {
    /** What is believed of a group before anybody was served, and how many served it weighs as much as. */
    static final Pace USUAL = new Pace(Duration.ofMinutes(8), Duration.ofMinutes(5));

    static final int USUAL_WEIGHS = 5;

    /** Older ones were served in other times. */
    private static final Duration OF_LATE = Duration.ofDays(14);

    private static final int ENOUGH = 60;
    /** Whoever is served longer than this is not what anybody waits for usually. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final TicketStore tickets;
    private final Clock clock;
    private final Cache<String, Measured> memory =
            Caffeine.newBuilder().maximumSize(1_000).build();

    Paces(TicketStore tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    private record Measured(long minute, Map<String, List<Duration>> times) {}

    /** For each group of the plan; measured anew every minute. */
    Map<String, Pace> of(HallPlan plan) {
        long minute = clock.millis() / Duration.ofMinutes(1).toMillis();
        Measured measured = memory.asMap()
                .compute(
                        plan.hall(),
                        (hall, before) -> before != null && before.minute() == minute ? before : measure(hall, minute));
        Map<String, Pace> paces = new HashMap<>();
        plan.groups()
                .forEach(group -> paces.put(group.id(), pace(measured.times().getOrDefault(group.id(), List.of()))));
        return paces;
    }

    private Measured measure(String hall, long minute) {
        return new Measured(
                minute,
                tickets.served(hall, clock.instant().minus(OF_LATE), ENOUGH).stream()
                        .collect(Collectors.groupingBy(
                                TicketStore.Served::group,
                                Collectors.mapping(TicketStore.Served::time, Collectors.toList()))));
    }

    static Pace pace(List<Duration> times) {
        double weight = USUAL_WEIGHS + times.size();
        double[] seconds = times.stream()
                .mapToDouble(time -> Math.min(time.toSeconds(), LONGEST.toSeconds()))
                .toArray();
        double mean = USUAL.mean().toSeconds() * USUAL_WEIGHS / weight;
        for (double one : seconds) {
            mean += one / weight;
        }
        double variance = Math.pow((double) USUAL.spread().toSeconds(), 2) * USUAL_WEIGHS / weight;
        for (double one : seconds) {
            variance += Math.pow(one - mean, 2) / weight;
        }
        return new Pace(Duration.ofSeconds(Math.round(mean)), Duration.ofSeconds(Math.round(Math.sqrt(variance))));
    }
}
