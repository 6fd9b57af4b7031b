package org.zhengtong.services.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * What happened to a case, without its applicant's name and its contents.
 *
 * @param applicant only to tell whether two cases have the same one
 * @param marks the steps in their order
 */
public record CaseTrace(
        CaseId id,
        String receiptNumber,
        ItemCode item,
        String itemName,
        String body,
        String bodyName,
        UUID applicant,
        Instant filedAt,
        CaseState state,
        Optional<LocalDate> acceptedOn,
        Optional<LocalDate> decidedOn,
        Optional<Outcome> outcome,
        int statutoryDays,
        int promisedDays,
        List<Pause> pauses,
        Optional<Extension> extension,
        List<Mark> marks) {
    public CaseTrace {
        pauses = List.copyOf(pauses);
        marks = List.copyOf(marks);
    }

    /**
     * A step without its words.
     *
     * @param actor {@code person:<uuid>}, {@code staff:<uuid>} or {@code system}
     */
    public record Mark(int number, Instant at, StepKind kind, String actor) {
        public boolean byStaff() {
            return actor.startsWith("staff:");
        }
    }

    public Optional<Mark> first(StepKind... kinds) {
        List<StepKind> wanted = List.of(kinds);
        return marks.stream().filter(mark -> wanted.contains(mark.kind())).findFirst();
    }

    public long count(StepKind... kinds) {
        List<StepKind> wanted = List.of(kinds);
        return marks.stream().filter(mark -> wanted.contains(mark.kind())).count();
    }
}
