package org.zhengtong.people.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mandate as somebody typed it.
 *
 * @param firm for which it is; empty for oneself
 * @param name of the agent, with {@code number} of their identity card
 * @param everything whether for all items
 * @param items codes of items, when not for all
 * @param powers names of {@link Power}s
 * @param from first day, empty for today
 * @param until last day, empty for as long as it is not ended
 */
public record MandateOrder(
        Optional<FirmId> firm,
        String name,
        String number,
        boolean everything,
        List<String> items,
        Set<String> powers,
        String from,
        String until) {
    public MandateOrder {
        items = List.copyOf(items);
        powers = Set.copyOf(powers);
    }

    public static MandateOrder empty(Optional<FirmId> firm) {
        return new MandateOrder(firm, "", "", false, List.of(), Set.of(Power.READ.name(), Power.FILE.name()), "", "");
    }

    /** Nothing of it: a number stands in it. */
    @Override
    public String toString() {
        return "MandateOrder";
    }
}
