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

    /**
     * Enters a firm as the register knows it. Whoever does so acts for it: as its legal representative when the register
     * says they are, else as its agent until the legal representative comes. A legal representative comes into their place
     * in a firm that is here already.
     *
     * @param agent the person signed in, or present at a window
     */
    Answer register(PersonId agent, FirmRegistration typed);

    /**
     * An agent by the register's word makes another registered person the agent; from then on this one no longer is.
     *
     * @throws org.zhengtong.ground.web.Problem 403 when the person is not the firm's agent
     */
    Answer handOver(SignedIn me, FirmId firm, String name, String number);

    /** Whether firms are confirmed by a demo register. */
    boolean isDemonstration();
}
