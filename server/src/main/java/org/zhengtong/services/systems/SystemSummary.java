package org.zhengtong.services.systems;

import java.time.Instant;
import java.util.Optional;

/**
 * A system in the list.
 *
 * @param lastCall when it last called
 * @param unsigned how many calls named it and were not signed with its secret
 * @param lastUnsigned the last of them
 */
public record SystemSummary(
        DepartmentSystem system,
        String bodyName,
        Optional<Instant> lastCall,
        long unsigned,
        Optional<Instant> lastUnsigned) {}
