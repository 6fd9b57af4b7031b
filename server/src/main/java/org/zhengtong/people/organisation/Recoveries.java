package org.zhengtong.people.organisation;

import java.util.List;
import org.zhengtong.people.identity.WrongField;

/**
 * Passwords forgotten and devices lost, in person: a clerk at a window for citizens, the security administrator for staff.
 * Both refuse everybody else with a {@link org.zhengtong.ground.web.Problem} 403. Nobody does it for themselves.
 */
public interface Recoveries {
    int LONGEST_REASON = 200;

    /**
     * What the clerk typed.
     *
     * @param factors whether codes and passkeys are lost as well
     * @param seen whether the clerk saw the card and compared the face
     */
    record InPerson(String number, boolean factors, String reason, boolean seen) {
        public static final InPerson EMPTY = new InPerson("", false, "", false);

        @Override
        public String toString() {
            return "InPerson";
        }
    }

    /** How it went. */
    sealed interface Answer {
        /** @param code for the paper, shown once */
        record Begun(String code) implements Answer {
            @Override
            public String toString() {
                return "Begun";
            }
        }

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    void require(StaffMember by);

    Answer begin(StaffMember by, InPerson typed);
}
