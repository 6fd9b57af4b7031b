package org.zhengtong.services.systems;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.organisation.Role;

/**
 * A body's own system that works on the body's cases.
 *
 * @param body USCC of the body
 * @param roles which duties are done in it
 * @param blocked its calls are refused until it is let in again
 */
public record DepartmentSystem(UUID id, String name, String body, Set<Role> roles, boolean blocked, Instant created) {
    public DepartmentSystem {
        roles = Set.copyOf(roles);
    }
}
