package org.zhengtong.people.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Uscc;

/** Bodies and staff. Bodies are answered from memory. */
public interface Organisation {
    List<Body> bodies();

    Optional<Body> body(Uscc uscc);

    Optional<Body> bodyNamed(String name);

    Optional<StaffMember> staff(PersonId person);

    /** The same with what colleagues who are away have handed on to them today. */
    Optional<StaffMember> onDuty(PersonId person);

    /** The same for somebody whose name is at hand; nobody when the session is not proven by two factors. */
    Optional<StaffMember> onDuty(SignedIn who);

    List<StaffMember> staffOf(Uscc body);

    /** Adds a body, or changes the one with the same code. */
    void put(Body body);

    /** @throws IllegalArgumentException when one person would be two of the three administrators */
    void appoint(PersonId person, Uscc body, String post, Set<Role> roles);
}
