package org.zhengtong.services.window.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.window.BatchAcceptance.Answer;
import org.zhengtong.services.window.BatchAcceptance.Candidate;

/**
 * What can be accepted, and what came of the last go.
 *
 * @param problem why nothing was done at all
 */
public record BatchView(List<Candidate> candidates, List<Answer> answers, Optional<Problem> problem) {
    public long accepted() {
        return answers.stream().filter(Answer::accepted).count();
    }

    public boolean hasComplete() {
        return candidates.stream().anyMatch(Candidate::isComplete);
    }
}
