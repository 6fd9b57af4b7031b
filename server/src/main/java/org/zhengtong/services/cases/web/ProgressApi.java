package org.zhengtong.services.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TryAgain;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.cases.JointProgress;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.cases.Progress;
import org.zhengtong.services.cases.ProgressAnswer;
import org.zhengtong.services.cases.PublicProgress;
import org.zhengtong.services.cases.ReceiptNumber;

/** The public question for programs: how far a matter is. */
@Tag(name = "Progress")
@RestController
@RequestMapping("/api/v1/progress")
class ProgressApi {
    private static final String DIGITS = "Applicant-Digits";

    private final PublicProgress progress;
    private final Clock clock;

    ProgressApi(PublicProgress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * @param receipt the number on the receipt
     * @param digits the last four characters of the applicant's identity number, or of the firm's social credit code; in a
     *     header, because addresses stand in logs
     */
    @Operation(summary = "How far a matter is, by its receipt number and four digits; without signing in")
    @GetMapping
    ProgressLine ask(
            @RequestParam String receipt,
            @RequestHeader(name = DIGITS, defaultValue = "") String digits,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReceiptNumber number =
                ReceiptNumber.parse(receipt).orElseThrow(() -> new Problem(400, "value-wrong", "receipt"));
        LastFour four = LastFour.parse(digits).orElseThrow(() -> new Problem(400, "value-wrong", DIGITS));
        return switch (progress.ask(number, four, request.getRemoteAddr())) {
            case ProgressAnswer.Found(var found) -> ProgressLine.of(found);
            case ProgressAnswer.FoundWhole(var found) -> ProgressLine.of(found);
            case ProgressAnswer.Unknown _ -> throw Problem.notFound("progress-unknown");
            case ProgressAnswer.TooManyQuestions(TryAgain again) ->
                throw later("too-many-progress-questions", again, response);
            case ProgressAnswer.TooManyMistakes(TryAgain again) ->
                throw later("too-many-progress-mistakes", again, response);
        };
    }

    private Problem later(String code, TryAgain again, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, again.secondsAfter(clock.instant()));
        return new Problem(429, code, again.clockTime());
    }

    /**
     * @param applicant masked
     * @param state absent for one thing of several cases
     * @param parts of one thing, in their order
     */
    record ProgressLine(
            String receiptNumber,
            String itemName,
            String bodyName,
            String applicant,
            LocalDate filedOn,
            Optional<CaseState> state,
            Optional<Outcome> outcome,
            Progress.Next next,
            Optional<LocalDate> until,
            List<Limit> limits,
            Optional<List<PartLine>> parts) {
        static ProgressLine of(Progress progress) {
            return new ProgressLine(
                    progress.receiptNumber(),
                    progress.itemName(),
                    progress.bodyName(),
                    progress.applicant().value(),
                    day(progress.filedAt()),
                    Optional.of(progress.state()),
                    progress.outcome(),
                    progress.next(),
                    progress.pressing().flatMap(DueDate::due),
                    progress.clocks().stream().map(Limit::of).toList(),
                    Optional.empty());
        }

        static ProgressLine of(JointProgress whole) {
            return new ProgressLine(
                    whole.receiptNumber(),
                    whole.name(),
                    whole.leadBodyName(),
                    whole.applicant().value(),
                    day(whole.filedAt()),
                    Optional.empty(),
                    Optional.empty(),
                    whole.next(),
                    whole.due(),
                    List.of(),
                    Optional.of(whole.parts().stream().map(PartLine::of).toList()));
        }

        private static LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, Page.ZONE);
        }
    }

    /**
     * A case of one thing.
     *
     * @param receiptNumber absent until it is filed
     * @param due the last day of the clock that runs
     */
    record PartLine(
            String itemName,
            String bodyName,
            JointFile.Stage stage,
            Optional<String> receiptNumber,
            Optional<CaseState> state,
            Optional<Outcome> outcome,
            Optional<LocalDate> filedOn,
            Optional<LocalDate> due,
            Optional<LocalDate> endedOn,
            List<String> waitsFor) {
        static PartLine of(JointProgress.Part part) {
            return new PartLine(
                    part.itemName(),
                    part.bodyName(),
                    part.stage(),
                    part.filed().map(JointFile.Filed::receiptNumber),
                    part.filed().map(JointFile.Filed::state),
                    part.filed().flatMap(JointFile.Filed::outcome),
                    part.filedOn(),
                    part.filed().flatMap(JointFile.Filed::due),
                    part.endedOn(),
                    part.waitsFor());
        }
    }

    /**
     * @param days working days
     * @param due absent while the clock stands
     * @param daysLeft working days, negative when overdue
     */
    record Limit(
            DueDate.Kind kind,
            LocalDate start,
            int days,
            Optional<LocalDate> due,
            Optional<LocalDate> endedOn,
            int daysLeft,
            Light light) {
        static Limit of(DueDate clock) {
            return new Limit(
                    clock.kind(),
                    clock.start(),
                    clock.days(),
                    clock.due(),
                    clock.endedOn(),
                    clock.daysLeft(),
                    clock.light());
        }
    }
}
