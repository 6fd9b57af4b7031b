package org.zhengtong.people.organisation;

import java.util.EnumSet;
import java.util.Set;

/**
 * The rule of the three separated administrators (GB/T 22239-2019, 8.1.5): who runs the system, who decides on rights
 * and who watches both are three different people.
 */
public final class Administration {
    private static final Set<Role> THREE =
            Set.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private Administration() {}

    /** Whether one person may hold these roles together. */
    public static boolean isSeparated(Set<Role> roles) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(roles);
        held.retainAll(THREE);
        return held.size() <= 1;
    }
}
