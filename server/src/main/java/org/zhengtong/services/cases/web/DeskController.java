package org.zhengtong.services.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.ground.web.DeskPlace;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Workplaces;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DepartmentAdditions;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.ServiceItem;

/** The desk of those who accept, review and decide. */
@Controller
@RequestMapping("/desk")
class DeskController {
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final FileStore files;
    private final Regions regions;
    private final Workplaces workplaces;
    private final Organisation organisation;
    private final DepartmentAdditions additions;

    DeskController(
            CaseDesk desk,
            Catalogue catalogue,
            FileStore files,
            Regions regions,
            Workplaces workplaces,
            Organisation organisation,
            DepartmentAdditions additions) {
        this.additions = additions;
        this.organisation = organisation;
        this.regions = regions;
        this.desk = desk;
        this.catalogue = catalogue;
        this.files = files;
        this.workplaces = workplaces;
    }

    /** Those who have no cases begin where their own duty is. */
    @GetMapping
    String inbox(
            StaffMember staff,
            @RequestParam(defaultValue = "todo") String view,
            @RequestParam(defaultValue = "") String light,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        DeskPlace first = DeskPlace.first(workplaces.places(staff.person()));
        if (first != DeskPlace.INBOX) {
            return "redirect:" + first.address();
        }
        InboxFilter filter = new InboxFilter(
                named(InboxFilter.View.values(), view).orElse(InboxFilter.View.FOR_ME),
                named(Light.values(), light),
                Optional.of(q.strip()).filter(text -> !text.isEmpty()),
                page);
        model.addAttribute(
                "view",
                new DeskView(
                        desk.inbox(staff, filter),
                        filter,
                        views(staff),
                        staff.person(),
                        staff.has(Role.ACCEPTANCE),
                        known(done)));
        return "services/cases/desk";
    }

    @GetMapping("/next")
    String next(StaffMember staff) {
        return desk.next(staff).map(id -> "redirect:/desk/cases/" + id.value()).orElse("redirect:/desk?done=nothing");
    }

    @GetMapping("/cases/{id}")
    String one(StaffMember staff, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        return show(staff, id, model, Optional.empty(), new LinkedMultiValueMap<>(), known(done));
    }

    @GetMapping("/cases/{id}/files/{file}")
    ResponseEntity<InputStreamResource> file(StaffMember staff, @PathVariable UUID id, @PathVariable UUID file) {
        return CaseFileAnswer.of(desk.file(new CaseId(id), staff, file), files);
    }

    @PostMapping("/cases/{id}/{action}")
    String act(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        CaseId caseId = new CaseId(id);
        OptionalLong version = version(typed);
        Consumer<CaseCommand> act = command -> desk.act(caseId, staff, version, command);
        DeskForm form = new DeskForm(typed, page);
        try {
            switch (action) {
                case "taking" -> desk.take(caseId, staff, version, typed.containsKey("over"));
                case "acceptance" -> act.accept(new CaseCommand.Accept());
                case "correction-request" ->
                    act.accept(new CaseCommand.RequestCorrection(form.findings(points(desk.open(caseId, staff)))));
                case "precheck" ->
                    act.accept(new CaseCommand.ReturnAtPrecheck(form.findings(points(desk.open(caseId, staff)))));
                case "special-procedure" -> act.accept(new CaseCommand.Announce(form.procedure()));
                case "resumption" -> act.accept(new CaseCommand.Resume(form.text("result")));
                case "extension" -> act.accept(new CaseCommand.Extend(form.number("days"), form.text("reason")));
                case "refusal-of-acceptance" -> act.accept(form.refusalOfAcceptance());
                case "review" -> act.accept(form.review());
                case "send-back" -> act.accept(new CaseCommand.SendBack(form.text("reason")));
                case "recusal" -> act.accept(new CaseCommand.Recuse(form.text("reason")));
                case "transfer" ->
                    act.accept(
                            new CaseCommand.Transfer(CaseCommand.Successor.at(form.text("item")), form.text("reason")));
                case "opinion-request" -> act.accept(form.question());
                case "opinion" -> act.accept(form.opinion());
                case "grant" -> act.accept(new CaseCommand.Grant(form.words("grant")));
                case "refusal" -> act.accept(new CaseCommand.Refuse(form.words("refusal")));
                default -> throw Problem.notFound("cases.unknown");
            }
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return show(staff, id, model, Optional.of(problem), typed, "");
        }
        return typed.containsKey("stay-in-list")
                ? "redirect:/desk?done=" + action
                : "redirect:/desk/cases/" + id + "?done=" + action;
    }

    private String show(
            StaffMember staff,
            UUID id,
            Model model,
            Optional<Problem> problem,
            MultiValueMap<String, String> typed,
            String done) {
        CaseFile file = desk.open(new CaseId(id), staff);
        ServiceItem item = item(file);
        model.addAttribute(
                "view",
                new DeskCaseView(
                        file,
                        item,
                        CaseReading.of(file, item, files, regions),
                        desk.isFor(file, staff),
                        staff.has(Role.DECISION, file.item().value()),
                        staff,
                        desk.checks(file),
                        additions.of(file.id()),
                        desk.elsewhere(file),
                        others(staff),
                        points(item, file.answers()),
                        problem,
                        typed,
                        done));
        return "services/cases/desk-case";
    }

    private List<Body> others(StaffMember staff) {
        return organisation.bodies().stream()
                .filter(body -> !body.equals(staff.body()))
                .toList();
    }

    private ServiceItem item(CaseFile file) {
        return catalogue.item(file.item(), file.itemVersion());
    }

    private List<DeskCaseView.Point> points(CaseFile file) {
        return points(item(file), file.answers());
    }

    /**
     * Everything that can be wrong: each material, each repeated page as a whole, each question, and what is answered in
     * each entry of a group.
     */
    static List<DeskCaseView.Point> points(ServiceItem item, Map<String, String> answers) {
        Stream<Asked> once = item.form().sections().stream()
                .filter(section -> section.repeat().isEmpty())
                .flatMap(section -> section.fields().stream().map(field -> new Asked(section, 0, field)));
        Stream<Asked> repeated = FilledForm.of(item.form(), answers).entries().stream()
                .filter(entry -> entry.number() > 0)
                .flatMap(entry -> entry.lines().stream().map(FilledForm.Line::asked));
        Stream<DeskCaseView.Point> groups = item.form().sections().stream()
                .filter(section -> section.repeat().isPresent())
                .map(section -> new DeskCaseView.Point("FIELD:" + section.id(), section.title()));
        Stream<DeskCaseView.Point> materials = item.materials().stream()
                .map(material -> new DeskCaseView.Point("MATERIAL:" + material.id(), material.name()));
        Stream<DeskCaseView.Point> questions = Stream.concat(once, repeated)
                .map(asked -> new DeskCaseView.Point("FIELD:" + asked.key(), asked.label()));
        return Stream.of(materials, groups, questions).flatMap(points -> points).toList();
    }

    private static List<InboxFilter.View> views(StaffMember staff) {
        List<InboxFilter.View> views = new ArrayList<>(List.of(InboxFilter.View.FOR_ME, InboxFilter.View.MINE));
        if (staff.has(Role.ACCEPTANCE)) {
            views.add(InboxFilter.View.ACCEPTANCE);
        }
        if (staff.has(Role.REVIEW)) {
            views.add(InboxFilter.View.REVIEW);
        }
        if (staff.has(Role.DECISION)) {
            views.add(InboxFilter.View.DECISION);
        }
        if (staff.has(Role.REVIEW) || staff.has(Role.DECISION)) {
            views.add(InboxFilter.View.OPINIONS);
        }
        views.add(InboxFilter.View.WAITING);
        views.add(InboxFilter.View.DONE);
        return views;
    }

    private static OptionalLong version(MultiValueMap<String, String> typed) {
        String text = typed.getFirst("version");
        return text == null || !text.matches("[0-9]{1,18}")
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(text));
    }

    private static String known(String done) {
        return done.matches(
                        "taking|acceptance|precheck|correction-request|special-procedure|resumption|extension|refusal-of-acceptance|review"
                                + "|send-back|recusal|transfer|opinion-request|opinion|grant|refusal|nothing")
                ? done
                : "";
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
