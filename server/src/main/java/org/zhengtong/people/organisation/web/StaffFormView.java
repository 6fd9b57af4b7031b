package org.zhengtong.people.organisation.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.HandledItems.HandledItem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

/**
 * The page of one appointment.
 *
 * @param member whose appointment is changed; empty for a new one
 * @param account who is newly appointed
 * @param items chosen ones; none: all of the body
 * @param offered the items of the body
 */
public record StaffFormView(
        Optional<StaffMember> member,
        String account,
        String body,
        String post,
        Set<Role> roles,
        Set<String> items,
        List<HandledItem> offered,
        List<Body> bodies,
        FormState form) {
    public String path() {
        return member.map(one -> "/desk/staff/" + one.person().value()).orElse("/desk/staff/new");
    }
}
