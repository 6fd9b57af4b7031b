package org.zhengtong.services.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.Inbox;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.SpecialProcedure;

/** The desk, for programs. Every command may name the version it was decided on; an old one is answered 409. */
@Tag(name = "Desk")
@RestController
@RequestMapping("/api/v1/desk/cases")
class DeskApi {
    private final CaseDesk desk;
    private final Catalogue catalogue;

    DeskApi(CaseDesk desk, Catalogue catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    record InboxAnswer(List<CasesApi.CaseLine> cases, int total, int page, Inbox.Figures figures) {}

    record Decided(Optional<Long> version) {}

    record Taking(Optional<Long> version, boolean over) {}

    record Point(Finding.Kind kind, String id, String wrong, String remedy) {}

    record CorrectionRequest(Optional<Long> version, List<Point> findings) {}

    record RefusalOfAcceptance(
            Optional<Long> version,
            CaseCommand.Ground ground,
            Optional<String> reason,
            Optional<String> competentBody) {}

    record Opinion(Optional<Long> version, boolean favourable, Optional<String> opinion) {}

    record HandOver(Optional<Long> version, String item, Optional<String> reason) {}

    record OpinionRequest(Optional<Long> version, String body, LocalDate until, Optional<String> question) {}

    record OpinionGiven(Optional<Long> version, boolean agrees, Optional<String> opinion) {}

    record Words(Optional<Long> version, Optional<String> words) {}

    record Announcement(Optional<Long> version, SpecialProcedure.Kind kind, LocalDate from, int days) {}

    record MoreTime(Optional<Long> version, int days, Optional<String> reason) {}

    @Operation(summary = "The inbox of the caller: what waits, what is due, what others hold")
    @GetMapping
    InboxAnswer inbox(
            StaffMember staff,
            @RequestParam(defaultValue = "todo") String view,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String receiptNumber) {
        InboxFilter.View chosen = Arrays.stream(InboxFilter.View.values())
                .filter(one -> one.name().equalsIgnoreCase(view))
                .findFirst()
                .orElse(InboxFilter.View.FOR_ME);
        Inbox inbox = desk.inbox(
                staff,
                new InboxFilter(
                        chosen, Optional.empty(), Optional.of(receiptNumber).filter(text -> !text.isBlank()), page));
        return new InboxAnswer(CasesApi.CaseList.of(inbox.rows()).cases(), inbox.total(), page, inbox.figures());
    }

    @Operation(summary = "A case as the desk sees it")
    @GetMapping("/{id}")
    CasesApi.CaseAnswer one(StaffMember staff, @PathVariable UUID id) {
        return CasesApi.CaseAnswer.of(desk.open(new CaseId(id), staff), true);
    }

    @Operation(summary = "Take a case, or take it over from a colleague")
    @PostMapping("/{id}/taking")
    CasesApi.CaseAnswer take(StaffMember staff, @PathVariable UUID id, @RequestBody Taking body) {
        return CasesApi.CaseAnswer.of(desk.take(new CaseId(id), staff, known(body.version()), body.over()), true);
    }

    @Operation(summary = "Accept the case; the time limit begins to run")
    @PostMapping("/{id}/acceptance")
    CasesApi.CaseAnswer accept(StaffMember staff, @PathVariable UUID id, @RequestBody Decided body) {
        return act(staff, id, body.version(), new CaseCommand.Accept());
    }

    @Operation(summary = "Ask once for everything that is missing or wrong")
    @PostMapping("/{id}/correction-request")
    CasesApi.CaseAnswer requestCorrection(
            StaffMember staff, @PathVariable UUID id, @RequestBody CorrectionRequest body) {
        return act(staff, id, body.version(), new CaseCommand.RequestCorrection(findings(staff, id, body)));
    }

    @Operation(summary = "Advise before the filing is received; the time limit for the answer runs on")
    @PostMapping("/{id}/precheck")
    CasesApi.CaseAnswer precheck(StaffMember staff, @PathVariable UUID id, @RequestBody CorrectionRequest body) {
        return act(staff, id, body.version(), new CaseCommand.ReturnAtPrecheck(findings(staff, id, body)));
    }

    @Operation(summary = "Announce a special procedure; its time is not counted")
    @PostMapping("/{id}/special-procedure")
    CasesApi.CaseAnswer announce(StaffMember staff, @PathVariable UUID id, @RequestBody Announcement body) {
        return act(
                staff,
                id,
                body.version(),
                new CaseCommand.Announce(new PlannedProcedure(body.kind(), body.from(), body.days())));
    }

    @Operation(summary = "Write the result of a special procedure; the clock goes on")
    @PostMapping("/{id}/resumption")
    CasesApi.CaseAnswer resume(StaffMember staff, @PathVariable UUID id, @RequestBody Words body) {
        return act(
                staff, id, body.version(), new CaseCommand.Resume(body.words().orElse("")));
    }

    @Operation(summary = "Extend the time for the decision, once")
    @PostMapping("/{id}/extension")
    CasesApi.CaseAnswer extend(StaffMember staff, @PathVariable UUID id, @RequestBody MoreTime body) {
        return act(
                staff,
                id,
                body.version(),
                new CaseCommand.Extend(body.days(), body.reason().orElse("")));
    }

    @Operation(summary = "Refuse to accept, with the ground and the competent body")
    @PostMapping("/{id}/refusal-of-acceptance")
    CasesApi.CaseAnswer refuseAcceptance(
            StaffMember staff, @PathVariable UUID id, @RequestBody RefusalOfAcceptance body) {
        return act(
                staff,
                id,
                body.version(),
                new CaseCommand.RefuseAcceptance(body.ground(), body.reason().orElse(""), body.competentBody()));
    }

    @Operation(summary = "Write the reviewer's opinion")
    @PostMapping("/{id}/review")
    CasesApi.CaseAnswer review(StaffMember staff, @PathVariable UUID id, @RequestBody Opinion body) {
        return act(
                staff,
                id,
                body.version(),
                new CaseCommand.Review(body.favourable(), body.opinion().orElse("")));
    }

    @Operation(summary = "Send back to the first level of the review")
    @PostMapping("/{id}/send-back")
    CasesApi.CaseAnswer sendBack(StaffMember staff, @PathVariable UUID id, @RequestBody Words body) {
        return act(
                staff, id, body.version(), new CaseCommand.SendBack(body.words().orElse("")));
    }

    @Operation(summary = "State a conflict of interest; the case goes to somebody else")
    @PostMapping("/{id}/recusal")
    CasesApi.CaseAnswer recuse(StaffMember staff, @PathVariable UUID id, @RequestBody Words body) {
        return act(
                staff, id, body.version(), new CaseCommand.Recuse(body.words().orElse("")));
    }

    @Operation(summary = "Hand the filing to the competent body, where it goes on as a case of its own")
    @PostMapping("/{id}/transfer")
    CasesApi.CaseAnswer transfer(StaffMember staff, @PathVariable UUID id, @RequestBody HandOver body) {
        return act(
                staff,
                id,
                body.version(),
                new CaseCommand.Transfer(
                        CaseCommand.Successor.at(body.item()), body.reason().orElse("")));
    }

    @Operation(summary = "Ask another body for its opinion; silence beyond the day counts as no objection")
    @PostMapping("/{id}/opinion-request")
    CasesApi.CaseAnswer askOpinion(StaffMember staff, @PathVariable UUID id, @RequestBody OpinionRequest body) {
        return act(
                staff,
                id,
                body.version(),
                new CaseCommand.AskOpinion(
                        new AskedOpinion(body.body(), "", body.until(), Optional.empty()),
                        body.question().orElse("")));
    }

    @Operation(summary = "Answer for the body that was asked for its opinion")
    @PostMapping("/{id}/opinion")
    CasesApi.CaseAnswer giveOpinion(StaffMember staff, @PathVariable UUID id, @RequestBody OpinionGiven body) {
        return act(
                staff,
                id,
                body.version(),
                new CaseCommand.GiveOpinion("", body.agrees(), body.opinion().orElse("")));
    }

    @Operation(summary = "Grant; the licence is issued")
    @PostMapping("/{id}/grant")
    CasesApi.CaseAnswer grant(StaffMember staff, @PathVariable UUID id, @RequestBody Words body) {
        return act(staff, id, body.version(), new CaseCommand.Grant(body.words().orElse("")));
    }

    @Operation(summary = "Refuse, with the reason and the remedies")
    @PostMapping("/{id}/refusal")
    CasesApi.CaseAnswer refuse(StaffMember staff, @PathVariable UUID id, @RequestBody Words body) {
        return act(
                staff, id, body.version(), new CaseCommand.Refuse(body.words().orElse("")));
    }

    private CasesApi.CaseAnswer act(StaffMember staff, UUID id, Optional<Long> version, CaseCommand command) {
        return CasesApi.CaseAnswer.of(desk.act(new CaseId(id), staff, known(version), command), true);
    }

    private List<Finding> findings(StaffMember staff, UUID id, CorrectionRequest body) {
        List<DeskCaseView.Point> points = points(desk.open(new CaseId(id), staff));
        return body.findings().stream()
                .flatMap(point -> points.stream()
                        .filter(known -> known.key().equals(point.kind() + ":" + point.id()))
                        .map(known ->
                                new Finding(point.kind(), point.id(), known.name(), point.wrong(), point.remedy())))
                .toList();
    }

    private List<DeskCaseView.Point> points(CaseFile file) {
        return DeskController.points(catalogue.item(file.item(), file.itemVersion()), file.answers());
    }

    private static OptionalLong known(Optional<Long> version) {
        return version.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
