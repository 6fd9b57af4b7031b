package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Drafts.Saved;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.Filing.Outcome;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.filing.TaskList;

/** The task list, the guide, check and submit. */
@Controller
@RequestMapping("/drafts/{id}")
class DraftPages {
    private final Drafts drafts;
    private final Filing filing;
    private final Identity identity;
    private final FormCheck check;
    private final CheckPage checkPage;

    DraftPages(Drafts drafts, Filing filing, Identity identity, FormCheck check, CheckPage checkPage) {
        this.check = check;
        this.checkPage = checkPage;
        this.drafts = drafts;
        this.filing = filing;
        this.identity = identity;
    }

    @GetMapping
    String tasks(SignedIn me, @PathVariable UUID id, Model model) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return filed(me, draft);
        }
        TaskList list = TaskList.of(draft, drafts.atHand(draft), check);
        model.addAttribute(
                "view",
                TaskListView.of(
                        draft,
                        list,
                        identity.nameOf(draft.party()),
                        draft.visit(me.person()).isPresent(),
                        drafts.isMandated(draft)));
        Paths.shell(model, draft, me);
        return "services/filing/tasks";
    }

    @GetMapping("/situations")
    String situations(SignedIn me, @PathVariable UUID id, Model model) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return filed(me, draft);
        }
        model.addAttribute("view", SituationsView.of(draft, draft.situations(), false, List.of()));
        Paths.shell(model, draft, me);
        return "services/filing/situations";
    }

    @PostMapping("/situations")
    String choose(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response) {
        Map<String, String> chosen = new LinkedHashMap<>();
        drafts.draft(me, id).item().situations().forEach(situation -> {
            String answer = form.get("situation-" + situation.id());
            if (answer != null) {
                chosen.put(situation.id(), answer);
            }
        });
        Saved saved = drafts.saveSituations(me, id, version, chosen);
        List<Finding> open = Checklist.openQuestions(saved.draft().item(), chosen);
        boolean elsewhere = saved instanceof Saved.Elsewhere;
        if (!elsewhere && open.isEmpty()) {
            return "redirect:/drafts/" + id;
        }
        response.setStatus((elsewhere ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("view", SituationsView.of(saved.draft(), chosen, elsewhere, elsewhere ? List.of() : open));
        Paths.shell(model, saved.draft(), me);
        return "services/filing/situations";
    }

    @GetMapping("/check")
    String check(SignedIn me, @PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return filed(me, draft);
        }
        if (!drafts.isMandated(draft)
                || !TaskList.of(draft, drafts.atHand(draft), check).isReady()) {
            return "redirect:/drafts/" + id;
        }
        return checkPage.show(me, draft, List.of(), page, model);
    }

    @PostMapping("/check")
    String submit(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean declared,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return filed(me, draft);
        }
        if (!draft.item().canBeFiled() || !drafts.isMandated(draft)) {
            return "redirect:/drafts/" + id;
        }
        if (!TaskList.of(draft, drafts.atHand(draft), check).isReady()) {
            return "redirect:/drafts/" + id;
        }
        if (!declared) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return checkPage.show(
                    me, draft, List.of(new Wrong("declared", "filing.check.declare", List.of())), page, model);
        }
        return switch (filing.submit(me, id, Channel.WEB)) {
            case Outcome.Filed _, Outcome.FiledJointly _, Outcome.FiledBefore _ -> filed(me, drafts.draft(me, id));
            case Outcome.NotReady(List<Finding> findings) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield checkPage.show(me, draft, Wrong.of(findings), page, model);
            }
        };
    }

    @PostMapping("/delete")
    String delete(SignedIn me, @PathVariable UUID id) {
        drafts.delete(me, id);
        return "redirect:/my";
    }

    private static String filed(SignedIn me, Draft draft) {
        String visit = Paths.visit(draft, me);
        if (visit.isEmpty()) {
            return "redirect:" + draft.filedAddress().orElseThrow();
        }
        UUID filed = draft.filed().orElseThrow().value();
        return "redirect:" + visit + (draft.bundle().isPresent() ? "/joint/" + filed : "/cases/" + filed + "/receipt");
    }
}
