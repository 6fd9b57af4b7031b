package org.zhengtong.services.systems.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;

/** 受理, 过程信息, 特别程序, 办结, 转办: each is the desk's own command, under the desk's own rules. */
@Tag(name = "Department systems")
@RestController
@RequestMapping(CallTarget.ROOT + "cases/{id}")
class DecisionCalls {
    private final SystemCases cases;
    private final Catalogue catalogue;

    DecisionCalls(SystemCases cases, Catalogue catalogue) {
        this.cases = cases;
        this.catalogue = catalogue;
    }

    /** What is answered to the filing. */
    enum Acceptance {
        ACCEPTED,
        /** With {@code ground} and {@code reason}; with {@code competentBody} when another body is competent. */
        NOT_ACCEPTED,
        /** No licence is needed, with {@code reason}. */
        NOT_REQUIRED,
        /** Once and for everything that is missing, with {@code findings}. */
        CORRECTION,
        /** Before the case is received, with {@code findings}; the time for the answer runs on. */
        ADVICE
    }

    /** @param id of the material, or the key of the field */
    record Point(Optional<Finding.Kind> kind, Optional<String> id, Optional<String> wrong, Optional<String> remedy) {}

    record AcceptOrder(
            Optional<By> by,
            Optional<Long> version,
            Optional<Acceptance> result,
            Optional<CaseCommand.Ground> ground,
            Optional<String> reason,
            Optional<String> competentBody,
            Optional<List<Point>> findings) {}

    /** What happened in the course. */
    enum Progress {
        STARTED,
        /** With {@code favourable} and {@code opinion}. */
        REVIEWED,
        /** By the head of the body, once, with {@code days} and {@code reason}. */
        EXTENDED,
        /** To the first level of the review, with {@code reason}. */
        SENT_BACK,
        /** Another body is asked, with {@code body}, {@code until} and {@code opinion} for the question. */
        OPINION_ASKED,
        /** Our own opinion on a case of another body that asked for it: {@code favourable} and {@code opinion}. */
        OPINION_GIVEN
    }

    record ProcessOrder(
            Optional<By> by,
            Optional<Long> version,
            Optional<Progress> step,
            Optional<Boolean> favourable,
            Optional<String> opinion,
            Optional<Integer> days,
            Optional<String> reason,
            Optional<String> body,
            Optional<LocalDate> until) {}

    /** Which end of a special procedure. */
    enum Special {
        /** Announced to the applicant in writing, with {@code kind}, {@code from} and {@code days}. */
        BEGIN,
        /** With {@code result}. */
        END
    }

    record SpecialOrder(
            Optional<By> by,
            Optional<Long> version,
            Optional<Special> step,
            Optional<SpecialProcedure.Kind> kind,
            Optional<LocalDate> from,
            Optional<Integer> days,
            Optional<String> result) {}

    /** What is decided. */
    enum Decision {
        GRANTED,
        /** With the reason as {@code words}. */
        REFUSED
    }

    record FinishOrder(Optional<By> by, Optional<Long> version, Optional<Decision> result, Optional<String> words) {}

    @Operation(summary = "Accept: the case is accepted, not accepted, needs no licence, or must be corrected")
    @PostMapping("/accept")
    SystemCase accept(OpenCall call, @PathVariable UUID id, @RequestBody AcceptOrder order) {
        CaseFile file = cases.open(call, new CaseId(id));
        String reason = order.reason().orElse("");
        CaseCommand command = switch (SystemCases.needed(order.result(), "result")) {
            case ACCEPTED -> new CaseCommand.Accept();
            case NOT_ACCEPTED ->
                new CaseCommand.RefuseAcceptance(
                        SystemCases.needed(order.ground(), "ground"), reason, order.competentBody());
            case NOT_REQUIRED -> new CaseCommand.NotRequired(reason);
            case CORRECTION -> new CaseCommand.RequestCorrection(findings(file, order));
            case ADVICE -> new CaseCommand.ReturnAtPrecheck(findings(file, order));
        };
        return cases.act(call, file.id(), order.by(), order.version(), command);
    }

    @Operation(summary = "Process: review begins, an opinion is given, or the time for the decision is extended")
    @PostMapping("/process")
    SystemCase process(OpenCall call, @PathVariable UUID id, @RequestBody ProcessOrder order) {
        CaseCommand command = switch (SystemCases.needed(order.step(), "step")) {
            case STARTED -> new CaseCommand.StartReview();
            case REVIEWED ->
                new CaseCommand.Review(
                        SystemCases.needed(order.favourable(), "favourable"),
                        order.opinion().orElse(""));
            case EXTENDED ->
                new CaseCommand.Extend(order.days().orElse(0), order.reason().orElse(""));
            case SENT_BACK -> new CaseCommand.SendBack(order.reason().orElse(""));
            case OPINION_ASKED ->
                new CaseCommand.AskOpinion(
                        new AskedOpinion(
                                SystemCases.needed(order.body(), "body"),
                                "",
                                SystemCases.needed(order.until(), "until"),
                                Optional.empty()),
                        order.opinion().orElse(""));
            case OPINION_GIVEN ->
                new CaseCommand.GiveOpinion(
                        "",
                        SystemCases.needed(order.favourable(), "favourable"),
                        order.opinion().orElse(""));
        };
        return cases.act(call, new CaseId(id), order.by(), order.version(), command);
    }

    @Operation(summary = "Special: a special procedure is announced, or ends with its result; its time is not counted")
    @PostMapping("/special")
    SystemCase special(OpenCall call, @PathVariable UUID id, @RequestBody SpecialOrder order) {
        CaseCommand command = switch (SystemCases.needed(order.step(), "step")) {
            case BEGIN ->
                new CaseCommand.Announce(new PlannedProcedure(
                        SystemCases.needed(order.kind(), "kind"),
                        SystemCases.needed(order.from(), "from"),
                        order.days().orElse(0)));
            case END -> new CaseCommand.Resume(order.result().orElse(""));
        };
        return cases.act(call, new CaseId(id), order.by(), order.version(), command);
    }

    @Operation(summary = "Finish: grant, and the licence is issued, or refuse with the reason")
    @PostMapping("/finish")
    SystemCase finish(OpenCall call, @PathVariable UUID id, @RequestBody FinishOrder order) {
        String words = order.words().orElse("");
        CaseCommand command = switch (SystemCases.needed(order.result(), "result")) {
            case GRANTED -> new CaseCommand.Grant(words);
            case REFUSED -> new CaseCommand.Refuse(words);
        };
        return cases.act(call, new CaseId(id), order.by(), order.version(), command);
    }

    /** @param item code of the entry of the competent body; the answer's step says what the case goes on as */
    record TransferOrder(Optional<By> by, Optional<Long> version, Optional<String> item, Optional<String> reason) {}

    @Operation(summary = "Transfer: hand the filing to the competent body, where it goes on as a case of its own")
    @PostMapping("/transfer")
    SystemCase transfer(OpenCall call, @PathVariable UUID id, @RequestBody TransferOrder order) {
        return cases.act(
                call,
                new CaseId(id),
                order.by(),
                order.version(),
                new CaseCommand.Transfer(
                        CaseCommand.Successor.at(SystemCases.needed(order.item(), "item")),
                        order.reason().orElse("")));
    }

    private List<Finding> findings(CaseFile file, AcceptOrder order) {
        ServiceItem item = catalogue.item(file.item(), file.itemVersion());
        return order.findings().orElse(List.of()).stream()
                .map(point -> finding(item, point))
                .toList();
    }

    private static Finding finding(ServiceItem item, Point point) {
        Finding.Kind kind = SystemCases.needed(point.kind(), "findings/kind");
        String id = SystemCases.needed(point.id(), "findings/id");
        Optional<String> name = switch (kind) {
            case MATERIAL ->
                item.materials().stream()
                        .filter(material -> material.id().equals(id))
                        .findFirst()
                        .map(Material::name);
            case FIELD -> Questionnaire.question(item.form(), id).map(Asked::label);
        };
        return new Finding(
                kind,
                id,
                name.orElseThrow(() -> new Problem(422, "systems.point-unknown", id)),
                point.wrong().orElse(""),
                point.remedy().orElse(""));
    }
}
