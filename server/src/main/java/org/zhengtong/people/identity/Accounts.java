package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.List;

/** A person's own account: registration, contact and password. */
public interface Accounts {

    /** How a change a person asked for went. */
    sealed interface Answer {
        record Done(PersonId person) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}

        /** The register of names does not answer. */
        record Unreachable() implements Answer {}

        /** Too many tries from this address. */
        record TooMany(Instant again) implements Answer {}
    }

    /** @param address where the call comes from, for the limits */
    Answer register(Registration typed, String address);

    /**
     * Registers somebody who stands at a window and shows their identity card. They cannot sign in until they have
     * chosen a password themselves, with the code on the paper that {@link Recovery#beginAtWindow} is for.
     *
     * @param actor the clerk, as the audit log names them
     */
    Answer registerInPerson(InPerson typed, String actor);

    /** How surely it is known that the person is who they say. */
    RealName realNameOf(PersonId person);

    /**
     * Takes, as {@link #changePassword} does, a session whose person proved who they are within
     * {@link Proof#FRESH_FOR}; without, it is refused with a {@link org.zhengtong.ground.web.Problem} 403
     * {@code confirm-first}.
     *
     * @param phone where the person is reached and what they sign in with
     * @param password the present password, so that nobody changes the telephone at a screen left open
     */
    Answer changeContact(SignedIn me, String phone, String address, String password);

    /** Ends all other sessions of the person. */
    Answer changePassword(SignedIn me, String present, String next, String nextAgain);

    /** Whether names are confirmed by a demo provider. */
    boolean isDemonstration();
}
