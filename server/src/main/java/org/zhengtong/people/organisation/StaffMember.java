package org.zhengtong.people.organisation;

import java.util.Set;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignInRequired;

/**
 * A member of staff at their post. A controller that declares this parameter is reached by staff who proved who they are
 * by two factors; staff who did not are led to do so, and everybody else is told that the page is not theirs.
 */
@SignInRequired(twice = true)
public record StaffMember(PersonId person, String name, Body body, String post, Set<Role> roles) {
    public StaffMember {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** As the audit log names this member of staff. */
    public String actor() {
        return "staff:" + person.value();
    }
}
