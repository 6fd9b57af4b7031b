package org.zhengtong.services.window;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who collects a result for its applicant, as a clerk typed it.
 *
 * @param number of their identity card
 * @param relation name of an {@link org.zhengtong.services.cases.AgentRelation}
 * @param seen whether the clerk has compared card and face
 * @param mandate the written one, scanned
 */
public record Agent(String name, String number, String relation, boolean seen, Optional<UUID> mandate) {
    public static final Agent NOBODY = new Agent("", "", "", false, Optional.empty());

    /** Neither name nor number goes into a log. */
    @Override
    public String toString() {
        return "Agent";
    }
}
