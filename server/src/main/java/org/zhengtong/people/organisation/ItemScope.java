package org.zhengtong.people.organisation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * For which items a role is held: for all of the body, or only for some.
 *
 * @param only implementation codes of items; absent for all
 */
public record ItemScope(Optional<Set<String>> only) {
    public static final ItemScope ALL = new ItemScope(Optional.empty());

    public ItemScope {
        only = only.map(Set::copyOf);
    }

    /** As it is chosen in a form: who ticks nothing means all. */
    public static ItemScope chosen(Set<String> items) {
        return items.isEmpty() ? ALL : new ItemScope(Optional.of(items));
    }

    public boolean isAll() {
        return only.isEmpty();
    }

    public boolean covers(String item) {
        return only.map(items -> items.contains(item)).orElse(true);
    }

    /** The named items; none for all of them. */
    public Set<String> items() {
        return only.orElse(Set.of());
    }

    public ItemScope with(ItemScope other) {
        if (isAll() || other.isAll()) {
            return ALL;
        }
        Set<String> both = new HashSet<>(items());
        both.addAll(other.items());
        return new ItemScope(Optional.of(both));
    }
}
