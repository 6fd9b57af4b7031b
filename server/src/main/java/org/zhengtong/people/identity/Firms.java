package org.zhengtong.people.identity;

import java.util.List;

/** The firms a person acts for, and becoming the agent of one. */
public interface Firms {

    /** How a change of agents went. */
    sealed interface Answer {
        record Done(FirmId firm) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}

        /** The register of firms does not answer. */
        record Unreachable() implements Answer {}
    }

    /** @param agent who acts for it from then on: the person signed in, or present at a window */
    Answer register(PersonId agent, FirmRegistration typed);

    /**
     * Makes another registered person the agent; from then on this one no longer is.
     *
     * @throws org.zhengtong.ground.web.Problem 403 when the person is not the firm's agent
     */
    Answer handOver(SignedIn me, FirmId firm, String name, String number);

    /** Whether firms are confirmed by a demo register. */
    boolean isDemonstration();
}
