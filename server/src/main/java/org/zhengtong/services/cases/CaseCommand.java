package org.zhengtong.services.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be done with a case. */
public sealed interface CaseCommand {

    /** A clerk takes the filing into their hands. */
    record Receive() implements CaseCommand {}

    /** What would have to be better, told before the filing is received; only once, and without force. */
    record ReturnAtPrecheck(List<Finding> findings) implements CaseCommand {
        public ReturnAtPrecheck {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The applicant has followed the advice of the precheck.
     *
     * @param through where it was handed in
     */
    record Resubmit(Channel through) implements CaseCommand {
        public Resubmit() {
            this(Channel.WEB);
        }
    }

    /** Once, and with everything that is missing (行政许可法 32 (4)). */
    record RequestCorrection(List<Finding> findings) implements CaseCommand {
        public RequestCorrection {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The applicant has handed in what the notice asked for.
     *
     * @param through where it was handed in
     */
    record Correct(Channel through) implements CaseCommand {
        public Correct() {
            this(Channel.WEB);
        }
    }

    /** @param promised ids of the materials that may follow and have not come yet (容缺受理) */
    record Accept(Set<String> promised) implements CaseCommand {
        public Accept {
            promised = Set.copyOf(promised);
        }

        /** The promised ones are filled in from the filing. */
        public Accept() {
            this(Set.of());
        }
    }

    /**
     * Five working days have passed without a word: accepted from the day of receipt (行政许可法 32 (4)).
     *
     * @param promised as in {@link Accept}
     */
    record DeemAccepted(Set<String> promised) implements CaseCommand {
        public DeemAccepted {
            promised = Set.copyOf(promised);
        }
    }

    /**
     * A material that was promised has come.
     *
     * @param through where it was handed in
     */
    record Supply(String material, Channel through) implements CaseCommand {
        public Supply(String material) {
            this(material, Channel.WEB);
        }
    }

    /** @param competentBody who is competent; must be named when it is not this body */
    record RefuseAcceptance(Ground ground, String reason, Optional<String> competentBody) implements CaseCommand {}

    /** What the applicant wants to do needs no licence (行政许可法 32 (1)). */
    record NotRequired(String reason) implements CaseCommand {}

    /**
     * Hands the filing to the body that is competent, where it goes on as a case of its own.
     *
     * @param to filled in when that case is filed
     */
    record Transfer(Successor to, String reason) implements CaseCommand {}

    record StartReview() implements CaseCommand {}

    /**
     * Signs the next level of the review.
     *
     * @param favourable whether the reviewer proposes to grant
     * @param by who signs; nobody signs two levels of one case
     */
    record Review(boolean favourable, String opinion, String by) implements CaseCommand {
        /** Who signs is filled in from the session. */
        public Review(boolean favourable, String opinion) {
            this(favourable, opinion, "");
        }

        public Review signedBy(String actor) {
            return new Review(favourable, opinion, actor);
        }
    }

    /** Back to the first level of the review, with what has to be looked at again. */
    record SendBack(String reason) implements CaseCommand {}

    /** Asks another body for its opinion; the clock runs on. */
    record AskOpinion(AskedOpinion asked, String question) implements CaseCommand {}

    /** @param body USCC of the body that answers */
    record GiveOpinion(String body, boolean agrees, String opinion) implements CaseCommand {}

    /** A member of staff states a conflict of interest and has nothing to do with the case any more (行政许可法 74 回避). */
    record Recuse(String reason) implements CaseCommand {}

    /**
     * Tells the applicant in writing of a special procedure and how long it takes (行政许可法 45). One that begins today
     * has begun.
     */
    record Announce(PlannedProcedure procedure) implements CaseCommand {}

    /** The day of the announced procedure has come; its time is not counted. */
    record Suspend() implements CaseCommand {}

    /** @param result what came out of the special procedure */
    record Resume(String result) implements CaseCommand {}

    /**
     * More time for the decision, by the head of the body, with the reason told to the applicant (行政许可法 42).
     *
     * @param days working days, at most {@link CaseRules#MOST_EXTENSION}
     */
    record Extend(int days, String reason) implements CaseCommand {}

    record Grant(String words) implements CaseCommand {}

    /** No decision came before the licence expired: it counts as renewed (行政许可法 50). */
    record DeemRenewed() implements CaseCommand {}

    /** The reason is part of the decision; the remedies are added by the house (行政许可法 38). */
    record Refuse(String reason) implements CaseCommand {}

    /** @param proof how it was handed over: the facts of {@link Delivered} */
    record Deliver(Map<String, String> proof) implements CaseCommand {
        public Deliver {
            proof = Map.copyOf(proof);
        }

        /** Electronically, in the moment of the decision. */
        public Deliver() {
            this(Map.of());
        }
    }

    record Close() implements CaseCommand {}

    record Archive() implements CaseCommand {}

    /** By the applicant. */
    record Withdraw(String reason) implements CaseCommand {}

    /** The correction, or a material that was promised, never came. */
    record Terminate() implements CaseCommand {}

    /** A body of the case was dissolved and another goes on: no clock pauses, none begins anew. */
    record GoOnAt(BodyChange change) implements CaseCommand {}

    /**
     * What a case goes on as at another body.
     *
     * @param item code of that body's entry
     */
    record Successor(String item, String bodyName, String caseId, String receiptNumber) {
        /** The case is still to be filed. */
        public static Successor at(String item) {
            return new Successor(item, "", "", "");
        }
    }

    /**
     * A body that was dissolved, and its successor.
     *
     * @param ofCase whether it is the body that handles the case, and not one that was asked for its opinion
     * @param from USCC of the one dissolved
     * @param document number of the decision that dissolved it
     */
    record BodyChange(
            boolean ofCase, String from, String fromName, String to, String toName, String document, String reason) {}

    /** Why a filing is not accepted. */
    enum Ground {
        NOT_COMPETENT,
        STILL_INCOMPLETE,
        NOT_ADMISSIBLE
    }
}
