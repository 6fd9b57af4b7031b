package org.zhengtong.people.organisation;

import java.util.List;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

/**
 * Ending sessions of others, when an account or the whole house may be in wrong hands. The security administrator does it;
 * everybody else is refused with a {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface SessionKeeping {
    int LONGEST_REASON = 200;

    /** How it went. */
    sealed interface Answer {
        /** @param sessions how many were open */
        record Ended(int sessions) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    void require(StaffMember by);

    /** @param number the identity number of whoever is signed out everywhere */
    Answer end(StaffMember by, String number, String reason);

    /** Everybody but the administrator's own session. */
    Answer endAll(StaffMember by, SignedIn me, String reason);
}
