package org.zhengtong.services.supervision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.BodyLights;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.RunningCase;
import org.zhengtong.services.cases.RunningCases;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.supervision.Card;
import org.zhengtong.services.supervision.CardColour;
import org.zhengtong.services.supervision.CardFilter;
import org.zhengtong.services.supervision.CardState;
import org.zhengtong.services.supervision.CardStep;
import org.zhengtong.services.supervision.Cards;
import org.zhengtong.services.supervision.Overview;
import org.zhengtong.services.supervision.Pattern;
import org.zhengtong.services.supervision.Supervision;
import org.zhengtong.services.supervision.Suspected;
import org.zhengtong.services.supervision.Suspicion;
import org.zhengtong.services.supervision.SuspicionFilter;
import org.zhengtong.services.supervision.Suspicions;
import org.zhengtong.services.supervision.Workload;

/** Supervision, for programs. */
@Tag(name = "Supervision")
@RestController
@RequestMapping("/api/v1/desk/supervision")
class SupervisionApi {
    private final Supervision supervision;
    private final Cards cards;
    private final Suspicions suspicions;

    SupervisionApi(Supervision supervision, Cards cards, Suspicions suspicions) {
        this.supervision = supervision;
        this.cards = cards;
        this.suspicions = suspicions;
    }

    record OverviewAnswer(
            BodyLights all,
            List<BodyLights> bodies,
            List<Overview.Week> weeks,
            int cardsToExplain,
            int cardsToConclude,
            int cardsToLift,
            int patternsToAssess) {}

    record RunningLine(
            UUID id,
            String receiptNumber,
            String item,
            String itemName,
            String body,
            CaseState state,
            Optional<Light> light,
            Optional<LocalDate> due,
            Optional<String> inHandsOf) {
        static RunningLine of(RunningCase one) {
            Optional<DueDate> running = one.pressing().filter(DueDate::isRunning);
            return new RunningLine(
                    one.id().value(),
                    one.receiptNumber(),
                    one.item().value(),
                    one.itemName(),
                    one.body(),
                    one.state(),
                    running.map(DueDate::light),
                    running.flatMap(DueDate::due),
                    one.assigneeName());
        }
    }

    record RunningAnswer(List<RunningLine> cases, int total, int page) {}

    record TraceAnswer(
            UUID id, String receiptNumber, String itemName, String body, CaseState state, List<TracedStep> steps) {}

    record TracedStep(int number, Instant at, StepKind kind, Optional<String> by) {}

    record CardAnswer(
            UUID id,
            UUID caseId,
            String receiptNumber,
            String itemName,
            String body,
            CardColour colour,
            DueDate.Kind clock,
            LocalDate due,
            Optional<String> holder,
            CardState state,
            boolean liftingProposed,
            Instant issuedAt,
            List<CardStep> steps) {
        static CardAnswer of(Card card, List<CardStep> steps) {
            return new CardAnswer(
                    card.id(),
                    card.caseId().value(),
                    card.receiptNumber(),
                    card.itemName(),
                    card.body(),
                    card.colour(),
                    card.clock(),
                    card.due(),
                    card.holderName(),
                    card.course().state(),
                    card.course().liftingProposedBy().isPresent(),
                    card.issuedAt(),
                    steps);
        }
    }

    record CardsAnswer(List<CardAnswer> cards, int total, int page) {}

    record Words(Optional<String> words) {}

    record SuspicionAnswer(
            UUID id,
            Pattern pattern,
            String body,
            int figure,
            Instant foundAt,
            Optional<Suspicion.Assessment> assessment,
            List<String> actors,
            List<EvidenceAnswer> evidence) {
        static SuspicionAnswer of(Suspicion one) {
            return new SuspicionAnswer(
                    one.id(),
                    one.found().pattern(),
                    one.found().body(),
                    one.found().figure(),
                    one.foundAt(),
                    one.assessment(),
                    one.actorNames(),
                    one.found().evidence().stream().map(EvidenceAnswer::of).toList());
        }
    }

    record EvidenceAnswer(UUID caseId, String receiptNumber, String itemName, List<Integer> steps) {
        static EvidenceAnswer of(Suspected.Evidence evidence) {
            return new EvidenceAnswer(
                    evidence.caseId().value(), evidence.receiptNumber(), evidence.itemName(), evidence.steps());
        }
    }

    record SuspicionsAnswer(List<SuspicionAnswer> patterns, int total, int page) {}

    record AssessmentOrder(Suspicion.Assessment assessment, Optional<String> words) {}

    @Operation(summary = "How the cases of the bodies the caller supervises stand, with the trend of eight weeks")
    @GetMapping
    OverviewAnswer overview(StaffMember staff) {
        Overview overview = supervision.overview(staff);
        return new OverviewAnswer(
                overview.all(),
                overview.lights(),
                overview.weeks(),
                overview.toExplain(),
                overview.toConclude(),
                overview.toLift(),
                overview.toAssess());
    }

    @Operation(summary = "The running cases by body, light, item and post, the most pressing first")
    @GetMapping("/cases")
    RunningAnswer running(
            StaffMember staff,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "1") int page) {
        RunningCases found = supervision.running(staff, SupervisionPages.wanted(body, light, item, post, page));
        return new RunningAnswer(found.rows().stream().map(RunningLine::of).toList(), found.total(), page);
    }

    @Operation(summary = "What happened to a case, without its applicant and its contents")
    @GetMapping("/cases/{id}")
    TraceAnswer trace(StaffMember staff, @PathVariable UUID id) {
        Supervision.Traced traced = supervision.trace(staff, new CaseId(id));
        CaseTrace trace = traced.trace();
        return new TraceAnswer(
                id,
                trace.receiptNumber(),
                trace.itemName(),
                trace.body(),
                trace.state(),
                trace.marks().stream()
                        .map(mark -> new TracedStep(
                                mark.number(),
                                mark.at(),
                                mark.kind(),
                                Optional.ofNullable(traced.names().get(mark.actor()))))
                        .toList());
    }

    @Operation(summary = "What posts and their staff did in a span, and what lies with them now")
    @GetMapping("/workload")
    Workload workload(
            StaffMember staff,
            @RequestParam(defaultValue = "") String body,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until) {
        return supervision.workload(staff, Choices.text(body), from, until);
    }

    @Operation(summary = "Look for limits and patterns now")
    @PostMapping("/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(StaffMember staff) {
        supervision.review(staff);
    }

    @Operation(summary = "Yellow and red cards the caller may see, the newest first")
    @GetMapping("/cards")
    CardsAnswer cards(
            StaffMember staff,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String colour,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "1") int page) {
        Cards.Found found = cards.find(
                staff,
                new CardFilter(
                        Choices.named(CardState.values(), state),
                        Choices.named(CardColour.values(), colour),
                        Choices.text(body),
                        false,
                        page));
        return new CardsAnswer(
                found.rows().stream()
                        .map(card -> CardAnswer.of(card, List.of()))
                        .toList(),
                found.total(),
                page);
    }

    @Operation(summary = "A card with everything that was said about it")
    @GetMapping("/cards/{id}")
    CardAnswer card(StaffMember staff, @PathVariable UUID id) {
        Cards.Opened opened = cards.open(staff, id);
        return CardAnswer.of(opened.card(), opened.steps());
    }

    @Operation(
            summary =
                    "Answer a card: reason (by the post), measure (by the head), lifting (it is wrong), confirmation or"
                            + " refusal of the lifting (by another)")
    @PostMapping("/cards/{id}/{action}")
    CardAnswer act(StaffMember staff, @PathVariable UUID id, @PathVariable String action, @RequestBody Words body) {
        if (!CardView.isKnown(action)) {
            throw Problem.notFound("supervision.card-unknown");
        }
        cards.act(staff, id, CardView.command(action, body.words().orElse("")));
        return card(staff, id);
    }

    @Operation(summary = "Patterns of fake completion with the cases and steps that show them")
    @GetMapping("/patterns")
    SuspicionsAnswer patterns(
            StaffMember staff,
            @RequestParam(defaultValue = "") String pattern,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "1") int page) {
        Suspicions.Found found = suspicions.find(
                staff, new SuspicionFilter(Choices.named(Pattern.values(), pattern), Choices.text(body), open, page));
        return new SuspicionsAnswer(
                found.rows().stream().map(SuspicionAnswer::of).toList(), found.total(), page);
    }

    @Operation(summary = "Say whether a pattern is what it looks like, and why")
    @PostMapping("/patterns/{id}/assessment")
    SuspicionAnswer assess(StaffMember staff, @PathVariable UUID id, @RequestBody AssessmentOrder body) {
        suspicions.assess(staff, id, body.assessment(), body.words().orElse(""));
        return SuspicionAnswer.of(suspicions.open(staff, id).suspicion());
    }
}
