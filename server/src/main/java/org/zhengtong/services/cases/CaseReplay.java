package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseDecision.NotAllowed;
import org.zhengtong.services.catalogue.SpecialProcedure;

/** Makes the standing of a case anew from nothing but its steps: the proof that every date in it follows from them. */
public record CaseReplay(CaseRules rules) {
    private static final String PROMISED = "promised";
    private static final String MATERIAL = "material";
    private static final String PROCEDURE = "procedure";
    private static final String FROM = "from";
    private static final String DAYS = "days";
    private static final String FAVOURABLE = "favourable";
    private static final String BODY = "body";
    private static final String BODY_NAME = "bodyName";
    private static final String UNTIL = "until";
    private static final String ITEM = "item";
    private static final String SUCCESSOR = "successor";
    private static final String RECEIPT = "receipt";
    private static final String CHANNEL = "channel";
    private static final String PREDECESSOR = "predecessor";
    private static final String DEEMED = "deemed";
    private static final String OF_CASE = "ofCase";
    private static final String FROM_BODY = "fromBody";
    private static final String FROM_NAME = "fromName";
    private static final String TO_BODY = "toBody";
    private static final String TO_NAME = "toName";
    private static final String DECISION = "decision";
    private static final String RENEWS = "renews";
    private static final String UNTIL_TOLD = "untilTold";
    private static final String ACCEPTED_FROM = "acceptedFrom";

    /** A step was not allowed where it stands. */
    public static final class NotAllowedStep extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private final transient CaseStep step;
        private final CaseDecision.Reason reason;

        NotAllowedStep(CaseStep step, CaseDecision.Reason reason) {
            super("step " + step.number() + ", " + step.kind() + ", was not allowed: " + reason);
            this.step = step;
            this.reason = reason;
        }

        public CaseStep step() {
            return step;
        }

        public CaseDecision.Reason reason() {
            return reason;
        }
    }

    /** @throws NotAllowedStep when a step was not allowed where it stands */
    public CaseStanding standing(List<CaseStep> steps, CaseTerms terms) {
        CaseStanding standing = CaseStanding.filed(day(steps.getFirst()), renewal(steps.getFirst()));
        for (CaseStep step : steps) {
            Optional<CaseCommand> command = command(step, standing.state());
            if (command.isPresent()) {
                standing = switch (rules.transition(standing, command.get(), terms, day(step))) {
                    case Moved(CaseStanding next) -> next.told(told(step, UNTIL_TOLD), told(step, ACCEPTED_FROM));
                    case NotAllowed(CaseDecision.Reason reason) -> throw new NotAllowedStep(step, reason);
                };
            }
        }
        return standing;
    }

    /** What a step must keep of its command, besides its words. */
    public static Map<String, String> facts(CaseCommand command) {
        return switch (command) {
            case CaseCommand.Accept(Set<String> promised) -> promised(promised);
            case CaseCommand.DeemAccepted(Set<String> promised) -> promised(promised);
            case CaseCommand.Resubmit(Channel through) -> through(through);
            case CaseCommand.Correct(Channel through) -> through(through);
            case CaseCommand.Supply(String material, Channel through) -> supplied(material, through);
            case CaseCommand.Deliver(Map<String, String> proof) -> proof;
            case CaseCommand.Announce(PlannedProcedure procedure) ->
                Map.of(
                        PROCEDURE,
                        procedure.kind().name(),
                        FROM,
                        procedure.from().toString(),
                        DAYS,
                        Integer.toString(procedure.days()));
            case CaseCommand.DeemRenewed _ -> Map.of(DEEMED, "renewed");
            case CaseCommand.Extend(int days, String _) -> Map.of(DAYS, Integer.toString(days));
            case CaseCommand.Review review -> Map.of(FAVOURABLE, Boolean.toString(review.favourable()));
            case CaseCommand.AskOpinion(AskedOpinion asked, String _) ->
                Map.of(
                        BODY,
                        asked.body(),
                        BODY_NAME,
                        asked.bodyName(),
                        UNTIL,
                        asked.until().toString());
            case CaseCommand.GiveOpinion(String body, boolean agrees, String _) ->
                Map.of(BODY, body, FAVOURABLE, Boolean.toString(agrees));
            case CaseCommand.GoOnAt(CaseCommand.BodyChange change) -> facts(change);
            case CaseCommand.Transfer(CaseCommand.Successor to, String _) ->
                Map.of(ITEM, to.item(), BODY_NAME, to.bodyName(), SUCCESSOR, to.caseId(), RECEIPT, to.receiptNumber());
            default -> Map.of();
        };
    }

    /**
     * The days that were told with a step. What was told stays so, even when holidays are announced later that would make
     * it another day.
     *
     * @param after how the case stands after the command
     */
    public static Map<String, String> told(CaseCommand command, CaseStanding after) {
        return switch (command) {
            case CaseCommand.RequestCorrection _ ->
                after.correctionUntil()
                        .map(until -> Map.of(UNTIL_TOLD, until.toString()))
                        .orElse(Map.of());
            case CaseCommand.Accept _, CaseCommand.DeemAccepted _ -> {
                Map<String, String> told = new HashMap<>();
                after.acceptedOn().ifPresent(day -> told.put(ACCEPTED_FROM, day.toString()));
                after.awaited().stream()
                        .findFirst()
                        .ifPresent(first -> told.put(UNTIL_TOLD, first.until().toString()));
                yield told;
            }
            default -> Map.of();
        };
    }

    private static Optional<LocalDate> told(CaseStep step, String fact) {
        return Optional.ofNullable(step.facts().get(fact)).map(LocalDate::parse);
    }

    /** Only what was handed in at a window is told apart: everything else comes the way the case came. */
    private static Map<String, String> through(Channel through) {
        return through == Channel.WINDOW ? Map.of(CHANNEL, through.name()) : Map.of();
    }

    private static Map<String, String> supplied(String material, Channel through) {
        Map<String, String> facts = new HashMap<>(through(through));
        facts.put(MATERIAL, material);
        return facts;
    }

    /** Whether what the step brought was handed in at a window. */
    public static boolean isAtWindow(CaseStep step) {
        return Channel.WINDOW.name().equals(step.facts().get(CHANNEL));
    }

    private static Map<String, String> promised(Set<String> materials) {
        return materials.isEmpty()
                ? Map.of()
                : Map.of(PROMISED, materials.stream().sorted().collect(Collectors.joining(",")));
    }

    /** The procedure a step announced. */
    public static Optional<PlannedProcedure> procedure(CaseStep step) {
        return Optional.ofNullable(step.facts().get(PROCEDURE))
                .map(kind -> new PlannedProcedure(
                        SpecialProcedure.Kind.valueOf(kind),
                        LocalDate.parse(step.facts().getOrDefault(FROM, "")),
                        days(step)));
    }

    private static Map<String, String> facts(CaseCommand.BodyChange change) {
        return Map.of(
                OF_CASE,
                Boolean.toString(change.ofCase()),
                FROM_BODY,
                change.from(),
                FROM_NAME,
                change.fromName(),
                TO_BODY,
                change.to(),
                TO_NAME,
                change.toName(),
                DECISION,
                change.document());
    }

    /** Which body a step put in the place of one that was dissolved. */
    public static Optional<CaseCommand.BodyChange> bodyChange(CaseStep step) {
        return Optional.ofNullable(step.facts().get(TO_BODY))
                .map(to -> new CaseCommand.BodyChange(
                        "true".equals(step.facts().get(OF_CASE)),
                        step.facts().getOrDefault(FROM_BODY, ""),
                        step.facts().getOrDefault(FROM_NAME, ""),
                        to,
                        step.facts().getOrDefault(TO_NAME, ""),
                        step.facts().getOrDefault(DECISION, ""),
                        step.words()));
    }

    /** What a step asked of another body. */
    public static Optional<AskedOpinion> asked(CaseStep step) {
        return Optional.ofNullable(step.facts().get(UNTIL))
                .filter(_ -> step.facts().containsKey(BODY_NAME))
                .map(until -> new AskedOpinion(
                        step.facts().getOrDefault(BODY, ""),
                        step.facts().getOrDefault(BODY_NAME, ""),
                        LocalDate.parse(until),
                        Optional.empty()));
    }

    /** What the first step of a case keeps that was handed over by another body. */
    public static Map<String, String> predecessor(CaseFile before) {
        return Map.of(PREDECESSOR, before.id().value().toString(), RECEIPT, before.receiptNumber());
    }

    /** What the first step keeps of a filing for a renewal. */
    public static Map<String, String> renewing(Renewal renewal) {
        return Map.of(
                RENEWS, renewal.licence().toString(), UNTIL, renewal.until().toString());
    }

    private static Optional<Renewal> renewal(CaseStep filed) {
        return Optional.ofNullable(filed.facts().get(RENEWS))
                .map(licence -> new Renewal(
                        UUID.fromString(licence), LocalDate.parse(filed.facts().getOrDefault(UNTIL, "")), day(filed)));
    }

    /** As what a case went on that this step handed to another body. */
    public static CaseCommand.Successor successor(CaseStep step) {
        return new CaseCommand.Successor(
                step.facts().getOrDefault(ITEM, ""),
                step.facts().getOrDefault(BODY_NAME, ""),
                step.facts().getOrDefault(SUCCESSOR, ""),
                step.facts().getOrDefault(RECEIPT, ""));
    }

    /** Whether the opinion a step states is in favour. */
    public static boolean isFavourable(CaseStep step) {
        return "true".equals(step.facts().get(FAVOURABLE));
    }

    private static Optional<CaseCommand> command(CaseStep step, CaseState state) {
        return Optional.ofNullable(
                switch (step.kind()) {
                    case FILED, CORRECTION_REMINDED, DEFERRAL_REMINDED, DUE_DATE_MOVED -> null;
                    // who merely takes a case into their hands does not move it
                    case TAKEN -> state == CaseState.SUBMITTED ? new CaseCommand.Receive() : null;
                    case PRECHECK_RETURNED -> new CaseCommand.ReturnAtPrecheck(step.findings());
                    case RESUBMITTED -> new CaseCommand.Resubmit();
                    case CORRECTION_REQUESTED -> new CaseCommand.RequestCorrection(step.findings());
                    case CORRECTED -> new CaseCommand.Correct();
                    case ACCEPTED -> new CaseCommand.Accept(promised(step));
                    case COUNTED_AS_ACCEPTED -> new CaseCommand.DeemAccepted(promised(step));
                    case NOT_ACCEPTED ->
                        new CaseCommand.RefuseAcceptance(
                                step.ground().orElse(CaseCommand.Ground.NOT_ADMISSIBLE),
                                step.words(),
                                step.competentBody());
                    case NOT_REQUIRED -> new CaseCommand.NotRequired(step.words());
                    case SUPPLIED -> new CaseCommand.Supply(step.facts().getOrDefault(MATERIAL, ""));
                    case REVIEW_STARTED -> new CaseCommand.StartReview();
                    case SIGNED_OFF, REVIEWED -> new CaseCommand.Review(isFavourable(step), step.words(), step.actor());
                    case SENT_BACK -> new CaseCommand.SendBack(step.words());
                    case OPINION_ASKED -> new CaseCommand.AskOpinion(asked(step).orElseThrow(), step.words());
                    case OPINION_GIVEN ->
                        new CaseCommand.GiveOpinion(
                                step.facts().getOrDefault(BODY, ""), isFavourable(step), step.words());
                    case RECUSED -> new CaseCommand.Recuse(step.words());
                    case TRANSFERRED -> new CaseCommand.Transfer(successor(step), step.words());
                    case ARCHIVED -> new CaseCommand.Archive();
                    case PROCEDURE_ANNOUNCED ->
                        procedure(step).map(CaseCommand.Announce::new).orElseThrow();
                    case SUSPENDED -> new CaseCommand.Suspend();
                    case RESUMED -> new CaseCommand.Resume(step.words());
                    case EXTENDED -> new CaseCommand.Extend(days(step), step.words());
                    case GRANTED ->
                        step.facts().containsKey(DEEMED)
                                ? new CaseCommand.DeemRenewed()
                                : new CaseCommand.Grant(step.words());
                    case REFUSED -> new CaseCommand.Refuse(step.words());
                    case DELIVERED -> new CaseCommand.Deliver();
                    case CLOSED -> new CaseCommand.Close();
                    case WITHDRAWN -> new CaseCommand.Withdraw(step.words());
                    case TERMINATED -> new CaseCommand.Terminate();
                    case BODY_CHANGED ->
                        bodyChange(step).map(CaseCommand.GoOnAt::new).orElseThrow();
                });
    }

    private static Set<String> promised(CaseStep step) {
        return Arrays.stream(step.facts().getOrDefault(PROMISED, "").split(","))
                .filter(material -> !material.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int days(CaseStep step) {
        return Integer.parseInt(step.facts().getOrDefault(DAYS, "0"));
    }

    private static LocalDate day(CaseStep step) {
        return LocalDate.ofInstant(step.at(), Page.ZONE);
    }
}
