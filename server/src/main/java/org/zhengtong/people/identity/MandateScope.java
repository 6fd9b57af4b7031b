package org.zhengtong.people.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far a mandate reaches. Whoever files reads what they filed, so that filing carries reading with it.
 *
 * @param items codes of items; empty is all of them, also those to come and one thing as a whole (一件事)
 */
public record MandateScope(Set<Power> powers, SortedSet<String> items) {
    public static final int MOST_ITEMS = 20;
    public static final MandateScope WHOLE = new MandateScope(EnumSet.allOf(Power.class), Set.of());

    public MandateScope {
        Set<Power> all = EnumSet.noneOf(Power.class);
        all.addAll(powers);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a mandate without powers");
        }
        if (all.contains(Power.FILE)) {
            all.add(Power.READ);
        }
        powers = Collections.unmodifiableSet(all);
        items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }

    public MandateScope(Set<Power> powers, Collection<String> items) {
        this(powers, new TreeSet<>(items));
    }

    public boolean allows(Power power, String item) {
        return powers.contains(power) && (items.isEmpty() || items.contains(item));
    }

    /** In everything there is. */
    public boolean allows(Power power) {
        return powers.contains(power) && items.isEmpty();
    }

    public boolean isWhole() {
        return items.isEmpty() && powers.size() == Power.values().length;
    }
}
