package org.zhengtong.services.supervision;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseTrace;

/**
 * A pattern found among cases.
 *
 * @param key tells it from other finds of the same pattern in the body
 * @param actors whose acts it is made of, as the timeline names them
 * @param figure what was measured: days, cases or corrections, by the pattern
 */
public record Suspected(
        Pattern pattern,
        String body,
        String bodyName,
        String key,
        List<Evidence> evidence,
        Set<String> actors,
        int figure) {
    public Suspected {
        evidence = List.copyOf(evidence);
        actors = Set.copyOf(actors);
    }

    /** @param steps the numbers of the steps that show it */
    public record Evidence(CaseId caseId, String receiptNumber, String itemName, List<Integer> steps) {
        public Evidence {
            steps = List.copyOf(steps);
        }

        static Evidence of(CaseTrace trace, Predicate<CaseTrace.Mark> shows) {
            return new Evidence(
                    trace.id(),
                    trace.receiptNumber(),
                    trace.itemName(),
                    trace.marks().stream()
                            .filter(shows)
                            .map(CaseTrace.Mark::number)
                            .toList());
        }
    }

    static Suspected of(
            Pattern pattern, String key, List<CaseTrace> traces, Predicate<CaseTrace.Mark> shows, int figure) {
        CaseTrace first =
                traces.stream().min(Comparator.comparing(CaseTrace::filedAt)).orElseThrow();
        Set<String> actors = new TreeSet<>();
        traces.forEach(trace -> trace.marks().stream()
                .filter(shows)
                .filter(CaseTrace.Mark::byStaff)
                .forEach(mark -> actors.add(mark.actor())));
        return new Suspected(
                pattern,
                first.body(),
                first.bodyName(),
                key,
                traces.stream()
                        .sorted(Comparator.comparing(CaseTrace::filedAt))
                        .map(trace -> Evidence.of(trace, shows))
                        .toList(),
                actors,
                figure);
    }
}
