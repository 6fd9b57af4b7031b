package org.zhengtong.services.cases.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.web.FieldError;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.TryAgain;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.JointProgress;
import org.zhengtong.services.cases.Progress;

/**
 * The page that is asked how far a matter is. The digits typed are never shown again: the screen may be a public one.
 *
 * @param receipt the receipt number as typed
 * @param wrong what is wrong
 * @param progress of a case
 * @param whole of one thing of several cases
 */
public record ProgressView(
        String receipt, List<Wrong> wrong, Optional<Progress> progress, Optional<JointProgress> whole) {

    /**
     * @param field the id of the field; empty when it is not about one of them
     * @param sentence key of the sentence
     * @param again when it is about the time of the next try
     */
    record Wrong(String field, String sentence, Optional<TryAgain> again) {
        static Wrong with(String field, String sentence) {
            return new Wrong(field, sentence, Optional.empty());
        }
    }

    static ProgressView blank(String receipt) {
        return new ProgressView(receipt, List.of(), Optional.empty(), Optional.empty());
    }

    static ProgressView found(Progress progress) {
        return new ProgressView("", List.of(), Optional.of(progress), Optional.empty());
    }

    static ProgressView found(JointProgress whole) {
        return new ProgressView("", List.of(), Optional.empty(), Optional.of(whole));
    }

    static ProgressView wrong(String receipt, List<Wrong> wrong) {
        return new ProgressView(receipt, wrong, Optional.empty(), Optional.empty());
    }

    public List<FieldError> errors(Page page) {
        return wrong.stream()
                .map(one -> new FieldError(
                        one.field(),
                        page.t(
                                one.sentence(),
                                one.again().map(TryAgain::clockTime).orElse(""))))
                .toList();
    }

    /** Key of what stands above the mistakes: those of a field can be put right, the others are an answer. */
    public String heading() {
        return wrong.stream().allMatch(one -> one.field().isEmpty()) ? "cases.progress.problem" : "errors.title";
    }

    public Optional<String> why(String field, Page page) {
        return errors(page).stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::sentence)
                .findFirst();
    }

    /** Key of the sentence that says where it stands. What only the applicant may read is not promised on this page. */
    public String standing(Progress progress) {
        if (progress.next() == Progress.Next.APPLICANT) {
            return "cases.progress.applicants-turn";
        }
        CaseState state = progress.state();
        return switch (state) {
            case NOT_ACCEPTED, CLOSED, WITHDRAWN -> "cases.progress.who." + state;
            default -> "cases.who." + state;
        };
    }

    public boolean isAnswered() {
        return progress.isPresent() || whole.isPresent();
    }
}
