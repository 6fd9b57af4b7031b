package org.zhengtong.people.organisation.internal;

import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

/** Who may do what is read anew for every act: what a page was shown with may be an hour old. */
final class Duty {
    private Duty() {}

    static void require(Organisation organisation, StaffMember by, Role role) {
        boolean holds =
                organisation.staff(by.person()).filter(now -> now.has(role)).isPresent();
        if (!holds) {
            throw new Problem(403, "not-your-duty");
        }
    }
}
