package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.services.filing.Draft;

/** The guide of a draft. */
public record SituationsView(
        String path, String item, int version, boolean elsewhere, List<Asked> questions, List<Wrong> wrong) {

    /** A question with what is chosen; {@code elsewhere} is what another window has chosen in between. */
    public record Asked(
            String id, String question, List<Choice> answers, String chosen, String elsewhere, boolean wrong) {}

    static SituationsView of(
            Draft draft,
            Map<String, String> chosen,
            boolean elsewhere,
            List<org.zhengtong.services.filing.Finding> open) {
        return new SituationsView(
                Paths.of(draft),
                draft.item().name(),
                draft.version(),
                elsewhere,
                draft.item().situations().stream()
                        .map(situation -> new Asked(
                                situation.id(),
                                situation.question(),
                                situation.answers().stream()
                                        .map(answer -> new Choice(answer.id(), answer.text()))
                                        .toList(),
                                chosen.getOrDefault(situation.id(), ""),
                                situation.answers().stream()
                                        .filter(answer -> elsewhere
                                                && answer.id()
                                                        .equals(draft.situations()
                                                                .get(situation.id()))
                                                && !answer.id().equals(chosen.get(situation.id())))
                                        .map(answer -> answer.text())
                                        .findFirst()
                                        .orElse(""),
                                open.stream().anyMatch(finding -> finding.id().equals(situation.id()))))
                        .toList(),
                Wrong.of(open));
    }
}
