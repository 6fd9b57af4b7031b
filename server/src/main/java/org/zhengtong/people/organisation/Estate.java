package org.zhengtong.people.organisation;

import java.util.List;

/**
 * What a body leaves to its successor.
 *
 * @param running cases that are not decided
 * @param undelivered decided cases whose result is still to be handed over
 * @param items names of the items that can be filed for at the body
 */
public record Estate(long running, long undelivered, List<String> items) {
    public Estate {
        items = List.copyOf(items);
    }
}
