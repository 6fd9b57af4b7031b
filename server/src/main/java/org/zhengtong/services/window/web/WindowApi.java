package org.zhengtong.services.window.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DeliveryWish;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.services.window.BatchAcceptance;
import org.zhengtong.services.window.BatchAcceptance.Chosen;
import org.zhengtong.services.window.ResultCounter;

/** The window, for programs: acceptance of many, and results handed over. */
@Tag(name = "Window")
@RestController
@RequestMapping("/api/v1/desk")
class WindowApi {
    private final BatchAcceptance batch;
    private final ResultCounter counter;
    private final MessageSource messages;

    WindowApi(BatchAcceptance batch, ResultCounter counter, MessageSource messages) {
        this.batch = batch;
        this.counter = counter;
        this.messages = messages;
    }

    record Acceptances(Optional<List<Acceptance>> cases) {}

    /** @param version the one the decision rests on; absent for the newest */
    record Acceptance(UUID id, Optional<Long> version) {}

    record Answers(List<Answer> answers) {}

    /**
     * @param problem type of the problem, absent when the case was accepted
     * @param detail its sentence
     */
    record Answer(
            UUID id,
            Optional<String> receiptNumber,
            boolean accepted,
            Optional<String> problem,
            Optional<String> detail) {}

    @Operation(summary = "Accept many complete filings; each has an answer of its own")
    @PostMapping("/acceptances")
    Answers accept(StaffMember clerk, @RequestBody Acceptances body, Locale locale) {
        List<Chosen> chosen = body.cases().orElse(List.of()).stream()
                .map(one -> new Chosen(
                        new CaseId(one.id()),
                        one.version().map(OptionalLong::of).orElse(OptionalLong.empty())))
                .toList();
        return new Answers(batch.accept(clerk, chosen).stream()
                .map(answer -> answer(answer, locale))
                .toList());
    }

    private Answer answer(BatchAcceptance.Answer answer, Locale locale) {
        return new Answer(
                answer.id().value(),
                answer.receiptNumber(),
                answer.accepted(),
                answer.problem().map(refused -> "/problems/" + refused.code()),
                answer.problem()
                        .map(refused -> messages.getMessage(
                                "problem." + refused.code(), refused.values().toArray(), locale)));
    }

    record Deliveries(List<Delivery> results) {}

    record Delivery(
            UUID id,
            long version,
            String receiptNumber,
            String itemName,
            String bodyName,
            String applicant,
            Outcome outcome,
            DeliveryWish.Way wish,
            Optional<LocalDate> due) {
        static Delivery of(WaitingResult result) {
            return new Delivery(
                    result.id().value(),
                    result.version(),
                    result.receiptNumber(),
                    result.itemName(),
                    result.bodyName(),
                    result.applicant().value(),
                    result.outcome(),
                    result.wish().way(),
                    result.due());
        }
    }

    @Operation(summary = "Results on paper that wait to be handed over")
    @GetMapping("/deliveries")
    Deliveries waiting(StaffMember clerk) {
        return new Deliveries(counter.waiting(clerk).stream().map(Delivery::of).toList());
    }

    record Posted(Optional<Long> version, Optional<String> carrier, Optional<String> trackingNumber) {}

    @Operation(summary = "A result was sent by post")
    @PostMapping("/deliveries/{id}/posting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sent(StaffMember clerk, @PathVariable UUID id, @RequestBody Posted body) {
        counter.sent(
                clerk,
                new CaseId(id),
                body.version().map(OptionalLong::of).orElse(OptionalLong.empty()),
                body.carrier().orElse(""),
                body.trackingNumber().orElse(""));
    }
}
