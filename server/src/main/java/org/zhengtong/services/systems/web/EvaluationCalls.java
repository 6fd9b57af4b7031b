package org.zhengtong.services.systems.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.systems.Evaluation;
import org.zhengtong.services.systems.Evaluations;

/** 评价: a citizen's evaluation is handed over. A bad one is taken in every state of the case. */
@Tag(name = "Department systems")
@RestController
@RequestMapping(CallTarget.ROOT + "cases/{id}/evaluate")
class EvaluationCalls {
    private final Evaluations evaluations;
    private final SystemCases cases;

    EvaluationCalls(Evaluations evaluations, SystemCases cases) {
        this.evaluations = evaluations;
        this.cases = cases;
    }

    /**
     * @param indicators codes of the national list, all of the level's stars
     * @param given false for what was set because nobody rated: never counted as a rating
     * @param contact which visit it is about, when a matter is rated at each
     * @param at when the citizen rated; now when absent
     */
    record EvaluationOrder(
            Optional<By> by,
            Optional<Evaluation.Stage> stage,
            Optional<Evaluation.Way> way,
            Optional<Evaluation.Level> level,
            Optional<List<String>> indicators,
            Optional<Boolean> given,
            Optional<String> words,
            Optional<String> contact,
            Optional<Instant> at) {}

    @Operation(summary = "Evaluate: hand over a citizen's evaluation; the answer has the number to ask after it with")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SystemCase.EvaluationLine evaluate(OpenCall call, @PathVariable UUID id, @RequestBody EvaluationOrder order) {
        CaseId caseId = new CaseId(id);
        cases.open(call, caseId);
        Evaluations.Order asked = new Evaluations.Order(
                SystemCases.needed(order.stage(), "stage"),
                SystemCases.needed(order.way(), "way"),
                SystemCases.needed(order.level(), "level"),
                order.indicators().orElse(List.of()),
                order.given().orElse(true),
                order.words().orElse(""),
                order.contact(),
                order.at());
        return SystemCase.EvaluationLine.of(
                evaluations.keep(call.caller(), call.by(SystemCases.acting(order.by())), caseId, asked));
    }
}
