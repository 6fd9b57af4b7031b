package org.zhengtong.services.filing.internal;

import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.StaffMember;

/**
 * In whose name something is filed, and by whose hand.
 *
 * @param actor as the audit log names them: the person, or the clerk at the window
 */
record Filer(PersonId person, String actor) {
    static Filer of(SignedIn me) {
        return new Filer(me.person(), me.actor());
    }

    static Filer by(StaffMember clerk, PersonId person) {
        return new Filer(person, clerk.actor());
    }
}
