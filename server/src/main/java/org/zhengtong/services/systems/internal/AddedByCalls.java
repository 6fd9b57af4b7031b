package org.zhengtong.services.systems.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DepartmentAdditions;
import org.zhengtong.services.systems.Attachments;
import org.zhengtong.services.systems.Evaluation;
import org.zhengtong.services.systems.Evaluations;

/** Shows at the desk what came by the calls. */
@Component
class AddedByCalls implements DepartmentAdditions {
    private final Attachments attachments;
    private final Evaluations evaluations;

    AddedByCalls(Attachments attachments, Evaluations evaluations) {
        this.attachments = attachments;
        this.evaluations = evaluations;
    }

    @Override
    public Additions of(CaseId id) {
        return new Additions(
                attachments.of(id).stream()
                        .map(kept -> new Attachment(kept.file(), kept.by(), kept.at()))
                        .toList(),
                evaluations.of(Set.of(id.value())).getOrDefault(id.value(), List.of()).stream()
                        .map(AddedByCalls::rating)
                        .toList());
    }

    private static Rating rating(Evaluation evaluation) {
        return new Rating(
                evaluation.level().name(),
                evaluation.level().stars(),
                evaluation.stage().name(),
                evaluation.given(),
                evaluation.words(),
                LocalDate.ofInstant(evaluation.ratedAt(), Page.ZONE));
    }
}
