package org.zhengtong.services.systems.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.systems.SystemCall;
import org.zhengtong.services.systems.SystemSummary;
import org.zhengtong.services.systems.Systems;

/**
 * A department's system with its calls.
 *
 * @param duties as chosen, also when the choice was not taken
 * @param secret just made, and never shown again
 */
public record SystemView(
        SystemSummary summary,
        List<SystemCall> calls,
        Set<String> duties,
        FormState form,
        Optional<SharedSecret> secret,
        String done) {

    public String path() {
        return "/desk/systems/" + summary.system().id();
    }

    /** The place the next page of the history begins below; empty on the last page. */
    public Optional<Long> more() {
        return calls.size() < Systems.HISTORY
                ? Optional.empty()
                : Optional.of(calls.getLast().place());
    }
}
