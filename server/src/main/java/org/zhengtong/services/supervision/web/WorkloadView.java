package org.zhengtong.services.supervision.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.supervision.Workload;

/** @param bodies to choose from; one for the head of a body */
public record WorkloadView(Workload workload, List<Body> bodies, Optional<String> body) {
    /** How much of the most that a post has done, for the bar. */
    public double share(Workload.Line line) {
        int most = workload.lines().stream().mapToInt(Workload.Line::done).max().orElse(0);
        return most == 0 ? 0 : line.done() / (double) most;
    }
}
