package org.zhengtong.people.organisation;

import org.zhengtong.ground.web.Problem;

/** Who may do what is read anew for every act: what a page was shown with may be an hour old. */
public final class Duty {
    private Duty() {}

    /** @throws Problem 403 when the member of staff has not this role now */
    public static void require(Organisation organisation, StaffMember by, Role role) {
        if (!isHeld(organisation, by, role)) {
            throw new Problem(403, "not-your-duty");
        }
    }

    public static boolean isHeld(Organisation organisation, StaffMember by, Role role) {
        return organisation.staff(by.person()).filter(now -> now.has(role)).isPresent();
    }
}
