package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of the timeline; never changed once written.
 *
 * @param number counts from 1 within the case
 * @param actor {@code person:<uuid>}, {@code staff:<uuid>} or {@code system}
 * @param actorName as staff see it; citizens see the body
 * @param words what was said with it: a reason, an opinion; empty when nothing
 * @param findings what a correction notice names
 * @param ground why a filing was not accepted
 * @param competentBody who is competent instead
 * @param facts what the law of the case needs to know of the step, such as the days of an extension
 * @param document the number (文号) of the document made with this step
 */
public record CaseStep(
        int number,
        Instant at,
        StepKind kind,
        String actor,
        String actorName,
        String words,
        List<Finding> findings,
        Optional<CaseCommand.Ground> ground,
        Optional<String> competentBody,
        Map<String, String> facts,
        Optional<String> document) {
    public CaseStep {
        findings = List.copyOf(findings);
        facts = Map.copyOf(facts);
    }

    /** Whether what was said with it stays among those who decide. */
    public boolean isInternal() {
        return switch (kind) {
            case SIGNED_OFF, REVIEWED, SENT_BACK, OPINION_ASKED, OPINION_GIVEN, RECUSED -> true;
            default -> false;
        };
    }

    /** Whether the file is marked in what the step says, or proves it. */
    boolean shows(UUID file) {
        return file.toString().equals(facts.get(Delivered.PROOF))
                || file.toString().equals(facts.get(Delivered.MANDATE))
                || findings.stream()
                        .flatMap(finding -> finding.marks().stream())
                        .anyMatch(mark -> mark.file().equals(file));
    }
}
