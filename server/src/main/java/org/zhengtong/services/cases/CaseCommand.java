package org.zhengtong.services.cases;

import java.util.List;
import java.util.Optional;

/** What can be done with a case. */
public sealed interface CaseCommand {

    /** A clerk takes the filing into their hands. */
    record Receive() implements CaseCommand {}

    /** Once, and with everything that is missing (行政许可法 32 (4)). */
    record RequestCorrection(List<Finding> findings) implements CaseCommand {
        public RequestCorrection {
            findings = List.copyOf(findings);
        }
    }

    /** The applicant has handed in what the notice asked for. */
    record Correct() implements CaseCommand {}

    record Accept() implements CaseCommand {}

    /** Five working days have passed without a word: accepted from the day of receipt (行政许可法 32 (4)). */
    record DeemAccepted() implements CaseCommand {}

    /** @param competentBody who is competent; must be named when it is not this body */
    record RefuseAcceptance(Ground ground, String reason, Optional<String> competentBody) implements CaseCommand {}

    /** What the applicant wants to do needs no licence (行政许可法 32 (1)). */
    record NotRequired(String reason) implements CaseCommand {}

    record StartReview() implements CaseCommand {}

    /** @param favourable whether the reviewer proposes to grant */
    record Review(boolean favourable, String opinion) implements CaseCommand {}

    /** A special procedure begins; its time is not counted (行政许可法 45). */
    record Suspend(String article) implements CaseCommand {}

    record Resume() implements CaseCommand {}

    record Grant(String words) implements CaseCommand {}

    /** The reason is part of the decision; the remedies are added by the house (行政许可法 38). */
    record Refuse(String reason) implements CaseCommand {}

    record Deliver() implements CaseCommand {}

    record Close() implements CaseCommand {}

    /** By the applicant. */
    record Withdraw(String reason) implements CaseCommand {}

    /** The correction never came. */
    record Terminate() implements CaseCommand {}

    /** Why a filing is not accepted. */
    enum Ground {
        NOT_COMPETENT,
        STILL_INCOMPLETE,
        NOT_ADMISSIBLE
    }
}
