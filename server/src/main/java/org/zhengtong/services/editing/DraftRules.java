package org.zhengtong.services.editing;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.zhengtong.services.editing.DraftDecision.Moved;
import org.zhengtong.services.editing.DraftDecision.Reason;
import org.zhengtong.services.editing.DraftDecision.Refused;

/** What may follow what in a draft's life: four eyes, and nothing published that the gate holds back. */
public final class DraftRules {
    /** Nobody plans further ahead. */
    static final int LONGEST_AHEAD_DAYS = 366;

    private DraftRules() {}

    public static DraftDecision decide(Course course, DraftCommand command, LocalDate today) {
        return switch (command) {
            case DraftCommand.Submit(var findings, String reason) ->
                from(course, Set.of(Stage.EDITING), () -> {
                    if (!findings.isEmpty()) {
                        return new Refused(Reason.FINDINGS_LEFT);
                    }
                    return reason.isBlank() ? new Refused(Reason.REASON_MISSING) : new Moved(course.submitted(reason));
                });
            case DraftCommand.TakeBack() ->
                from(course, Set.of(Stage.IN_REVIEW, Stage.APPROVED), () -> new Moved(course.backToEditing()));
            case DraftCommand.Approve(var by, LocalDate day) ->
                from(course, Set.of(Stage.IN_REVIEW), () -> {
                    if (course.editors().contains(by)) {
                        return new Refused(Reason.OWN_WORK);
                    }
                    boolean possible = !day.isBefore(today) && !day.isAfter(today.plusDays(LONGEST_AHEAD_DAYS));
                    return possible ? new Moved(course.approved(by, day)) : new Refused(Reason.DAY_PAST);
                });
            case DraftCommand.SendBack(var by, String reason) ->
                from(course, Set.of(Stage.IN_REVIEW, Stage.APPROVED), () -> {
                    if (course.editors().contains(by)) {
                        return new Refused(Reason.OWN_WORK);
                    }
                    return reason.isBlank() ? new Refused(Reason.REASON_MISSING) : new Moved(course.backToEditing());
                });
            case DraftCommand.Publish() ->
                from(
                        course,
                        Set.of(Stage.APPROVED),
                        () -> course.publishOn()
                                        .filter(day -> !day.isAfter(today))
                                        .isPresent()
                                ? new Moved(course.in(Stage.PUBLISHED))
                                : new Refused(Reason.NOT_YET));
            case DraftCommand.Discard() ->
                from(course, Set.of(Stage.EDITING), () -> new Moved(course.in(Stage.DISCARDED)));
        };
    }

    private static DraftDecision from(Course course, Set<Stage> stages, Supplier<DraftDecision> then) {
        return stages.contains(course.stage()) ? then.get() : new Refused(Reason.NOT_IN_THIS_STAGE);
    }
}
