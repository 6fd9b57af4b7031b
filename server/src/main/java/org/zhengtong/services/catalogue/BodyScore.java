package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good a body's entries are, out of 100. Every {@link Measure} is a share between 0 and 1 times its weight.
 *
 * <p>A body with one entry would stand at 0 or 1 by chance, so each body is counted together with {@link #SHARED}
 * entries as good as the city's average: a large body hardly notices, a small one is drawn to the middle.
 *
 * @param items how many entries
 * @param findings what the gate would hold back today; {@code advice} what could be better
 * @param own the body's own share by measure, {@code counted} the one that counts
 */
public record BodyScore(
        String uscc,
        String name,
        int items,
        int findings,
        int advice,
        Map<Measure, Double> own,
        Map<Measure, Double> counted) {
    /** How many average entries are counted with each body. */
    public static final int SHARED = 5;

    /** So many pieces of advice take all points of an entry. */
    public static final int MOST_ADVICE = 5;

    /** Who needs so many percent less than the law allows has all points for it. */
    public static final int ENOUGH_SAVED_PERCENT = 60;

    /** What is measured, with the points it is worth; together 100. */
    public enum Measure {
        /** Entries that keep all rules of the gate. */
        RULES(30),
        /** Entries nothing need be better about. */
        CLEAR(20),
        /** Entries handled fully online. */
        ONLINE(20),
        /** Materials nobody hands in, because the system makes or obtains them. */
        SPARED(15),
        /** Working days promised less than the law allows. */
        TIME(15);

        private final int weight;

        Measure(int weight) {
            this.weight = weight;
        }

        public int weight() {
            return weight;
        }
    }

    public BodyScore {
        own = Collections.unmodifiableMap(new EnumMap<>(own));
        counted = Collections.unmodifiableMap(new EnumMap<>(counted));
    }

    /** The score of each body that has entries, the best first. */
    public static List<BodyScore> of(List<ServiceItem> items) {
        Map<String, List<Judged>> byBody = new LinkedHashMap<>();
        List<Judged> all = items.stream().map(Judged::of).toList();
        all.forEach(judged -> byBody.computeIfAbsent(judged.item().bodyUscc(), _ -> new ArrayList<>())
                .add(judged));
        Map<Measure, Double> city = shares(all);
        return byBody.values().stream()
                .map(entries -> of(entries, city))
                .sorted((one, other) -> Double.compare(other.score(), one.score()))
                .toList();
    }

    private static BodyScore of(List<Judged> entries, Map<Measure, Double> city) {
        Map<Measure, Double> own = shares(entries);
        Map<Measure, Double> counted = new EnumMap<>(Measure.class);
        int items = entries.size();
        own.forEach((measure, share) ->
                counted.put(measure, (items * share + SHARED * city.getOrDefault(measure, 0.0)) / (items + SHARED)));
        ServiceItem any = entries.getFirst().item();
        return new BodyScore(
                any.bodyUscc(),
                any.bodyName(),
                items,
                entries.stream().mapToInt(Judged::findings).sum(),
                entries.stream().mapToInt(Judged::advice).sum(),
                own,
                counted);
    }

    /** Out of 100. */
    public double score() {
        return Arrays.stream(Measure.values()).mapToDouble(this::points).sum();
    }

    public double own(Measure measure) {
        return own.getOrDefault(measure, 0.0);
    }

    public double counted(Measure measure) {
        return counted.getOrDefault(measure, 0.0);
    }

    public double points(Measure measure) {
        return counted(measure) * measure.weight();
    }

    private static Map<Measure, Double> shares(List<Judged> entries) {
        Map<Measure, Double> shares = new EnumMap<>(Measure.class);
        shares.put(Measure.RULES, mean(entries, entry -> entry.findings() == 0 ? 1 : 0));
        shares.put(
                Measure.CLEAR,
                mean(entries, entry -> 1 - Math.min(entry.advice(), MOST_ADVICE) / (double) MOST_ADVICE));
        shares.put(Measure.ONLINE, mean(entries, entry -> entry.item().fullyOnline() ? 1 : 0));
        long asked = entries.stream()
                .mapToLong(entry -> entry.item().materials().size())
                .sum();
        long spared = entries.stream()
                .flatMap(entry -> entry.item().materials().stream())
                .filter(Material::isSpared)
                .count();
        shares.put(Measure.SPARED, asked == 0 ? 1 : (double) spared / asked);
        double saved = mean(entries, entry -> saved(entry.item()));
        shares.put(Measure.TIME, Math.min(1, saved * 100 / ENOUGH_SAVED_PERCENT));
        return shares;
    }

    /** The share of the law's days that are not needed; what is decided at once needs none. */
    private static double saved(ServiceItem item) {
        if (item.instant()) {
            return 1;
        }
        return item.statutoryDays() <= 0
                ? 0
                : Math.clamp(1 - item.promisedDays() / (double) item.statutoryDays(), 0.0, 1.0);
    }

    private static double mean(List<Judged> entries, ToDoubleFunction<Judged> share) {
        return entries.stream().mapToDouble(share).average().orElse(0);
    }

    private record Judged(ServiceItem item, int findings, int advice) {
        static Judged of(ServiceItem item) {
            return new Judged(
                    item, EntryCheck.findings(item).size(), EntryAdvice.of(item).size());
        }
    }
}
