package org.zhengtong.services.systems;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

/**
 * What the system administrator does for departments' own systems. Every method refuses everybody else with a
 * {@link org.zhengtong.ground.web.Problem} 403, and knows no system that is not there with 404.
 */
public interface Systems {
    int HISTORY = 30;

    /** The duties that can be done in a department's own system. */
    List<Role> DUTIES = List.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);

    /** How registering a system went. */
    sealed interface Answer {
        record Registered(UUID system, SharedSecret secret) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    List<SystemSummary> systems(StaffMember by);

    SystemSummary system(StaffMember by, UUID id);

    /**
     * At most {@link #HISTORY} calls, the newest first.
     *
     * @param before only those placed before this one
     */
    List<SystemCall> history(StaffMember by, UUID system, OptionalLong before);

    /**
     * @param body USCC, as typed
     * @param duties names of {@link #DUTIES}
     */
    Answer register(StaffMember by, String name, String body, Set<String> duties);

    /** @return what is wrong; nothing was changed unless this is empty */
    List<WrongField> choose(StaffMember by, UUID system, Set<String> duties);

    /** From now on its calls are refused. What it has in hand stays there until a colleague takes it over. */
    void block(StaffMember by, UUID system);

    void unblock(StaffMember by, UUID system);

    /** From now on only calls signed with the new secret are heard. */
    SharedSecret renewSecret(StaffMember by, UUID system);
}
