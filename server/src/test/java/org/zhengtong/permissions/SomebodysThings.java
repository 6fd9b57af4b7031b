package org.zhengtong.permissions;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.testing.People.Someone;

/**
 * What belongs to one citizen and one body, for others to try and open.
 *
 * @param ids by the beginning of the paths that lead to them
 * @param names by the names in paths
 */
record SomebodysThings(Someone owner, List<String> secrets, Map<String, UUID> ids, Map<String, String> names) {

    /** What stands in the place of a name in this path. */
    String value(String path, String name) {
        if (names.containsKey(name)) {
            return names.get(name);
        }
        return ids.entrySet().stream()
                .filter(one -> path.contains(one.getKey()))
                .map(one -> one.getValue().toString())
                .findFirst()
                .orElseGet(() -> new UUID(7, 7).toString());
    }

    /** Whether an answer tells something of the citizen. */
    boolean isToldBy(String body) {
        return secrets.stream().anyMatch(body::contains);
    }
}
