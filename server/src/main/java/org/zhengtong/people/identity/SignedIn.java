package org.zhengtong.people.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in. A controller that declares this parameter is reached by signed-in persons only; others are sent to
 * sign in, with what they typed kept. Declared as {@code Optional<SignedIn>} it is open to everyone.
 *
 * @param name the plain name, for the person's own pages
 * @param actingFor whom the person acts for at the moment: a firm, or another person
 */
@SignInRequired
public record SignedIn(UUID session, PersonId person, String name, Optional<Party> actingFor, Proof proof) {
    /** Proven once, and not of late. */
    public SignedIn(UUID session, PersonId person, String name, Optional<Party> actingFor) {
        this(session, person, name, actingFor, Proof.ONCE);
    }

    public Party party() {
        return actingFor.orElseGet(() -> new Party.Person(person));
    }

    /** As the audit log names this person. */
    public String actor() {
        return "person:" + person.value();
    }
}
