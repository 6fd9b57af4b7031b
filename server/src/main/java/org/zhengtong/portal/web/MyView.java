package org.zhengtong.portal.web;

import java.util.List;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.licences.Licence;

/**
 * What a person has with the city.
 *
 * @param underWay in the hands of a body, the newest first
 * @param latest decided last
 * @param licences valid ones, the newest first
 * @param firms how many firms the person acts for
 */
public record MyView(
        String name,
        Waiting waiting,
        List<CaseSummary> underWay,
        List<CaseSummary> latest,
        List<Licence> licences,
        int firms) {
    private static final int SHOWN = 5;

    /**
     * What waits for the person.
     *
     * @param corrections cases to be corrected
     * @param drafts filings begun
     */
    public record Waiting(List<CaseSummary> corrections, List<Drafts.Open> drafts) {
        static Waiting of(List<Drafts.Open> drafts, List<CaseSummary> cases) {
            return new Waiting(
                    cases.stream()
                            .filter(summary -> summary.state() == CaseState.CORRECTION_REQUESTED)
                            .toList(),
                    drafts);
        }

        public boolean isEmpty() {
            return corrections.isEmpty() && drafts.isEmpty();
        }
    }

    static MyView of(
            String name, List<Drafts.Open> drafts, List<CaseSummary> cases, List<Licence> licences, int firms) {
        return new MyView(
                name,
                Waiting.of(drafts, cases),
                cases.stream()
                        .filter(summary ->
                                summary.state().isOpen() && summary.state() != CaseState.CORRECTION_REQUESTED)
                        .limit(SHOWN)
                        .toList(),
                cases.stream()
                        .filter(summary -> !summary.state().isOpen())
                        .limit(SHOWN)
                        .toList(),
                licences.stream().filter(Licence::isValid).limit(SHOWN).toList(),
                firms);
    }

    public boolean hasNoCases() {
        return waiting.isEmpty() && underWay.isEmpty() && latest.isEmpty();
    }
}
