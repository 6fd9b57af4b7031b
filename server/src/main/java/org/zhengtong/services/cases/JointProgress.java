package org.zhengtong.services.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.MaskedName;

/**
 * How far one thing is, part by part, as far as somebody may know who holds its receipt but is not signed in.
 *
 * @param due the last day of joint handling; absent until the first part is accepted
 */
public record JointProgress(
        String receiptNumber,
        String name,
        String leadBodyName,
        MaskedName applicant,
        Instant filedAt,
        Progress.Next next,
        Optional<LocalDate> due,
        List<Part> parts) {
    /**
     * @param filed its case, once it has been filed
     * @param filedOn the day it began
     * @param endedOn the day it was decided or ended otherwise
     * @param waitsFor names of the parts whose results it waits for, until it begins
     */
    public record Part(
            String itemName,
            String bodyName,
            JointFile.Stage stage,
            Optional<JointFile.Filed> filed,
            Optional<LocalDate> filedOn,
            Optional<LocalDate> endedOn,
            List<String> waitsFor) {
        boolean awaitsApplicant() {
            return filed.map(JointFile.Filed::state)
                    .filter(CaseState::awaitsCorrection)
                    .isPresent();
        }
    }

    public static JointProgress of(JointFile file) {
        List<Part> parts = file.parts().stream().map(part -> part(file, part)).toList();
        return new JointProgress(
                file.receiptNumber(),
                file.name(),
                file.leadBodyName(),
                MaskedName.of(file.applicantName()),
                file.filedAt(),
                next(file, parts),
                file.due(),
                parts);
    }

    private static Part part(JointFile file, JointFile.Part part) {
        return new Part(
                part.itemName(),
                part.bodyName(),
                part.stage(),
                part.filed(),
                day(file, part, kind -> kind == StepKind.FILED),
                day(file, part, StepKind::endsCase),
                part.filed().isPresent()
                        ? List.of()
                        : file.parts().stream()
                                .filter(other -> part.waitsFor().contains(other.item()))
                                .map(JointFile.Part::itemName)
                                .toList());
    }

    private static Optional<LocalDate> day(JointFile file, JointFile.Part part, Predicate<StepKind> which) {
        return part.filed()
                .flatMap(filed -> file.timeline().stream()
                        .filter(moment -> moment.caseId().equals(filed.id()))
                        .filter(moment -> which.test(moment.step().kind()))
                        .map(moment -> LocalDate.ofInstant(moment.step().at(), Page.ZONE))
                        .findFirst());
    }

    private static Progress.Next next(JointFile file, List<Part> parts) {
        if (parts.stream().anyMatch(Part::awaitsApplicant)) {
            return Progress.Next.APPLICANT;
        }
        return file.isClosed() ? Progress.Next.NOBODY : Progress.Next.BODY;
    }
}
