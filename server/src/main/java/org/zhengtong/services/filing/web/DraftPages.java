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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.filing.AtHand;
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
    private final FieldViews fields;

    DraftPages(Drafts drafts, Filing filing, Identity identity, FormCheck check, FieldViews fields) {
        this.check = check;
        this.fields = fields;
        this.drafts = drafts;
        this.filing = filing;
        this.identity = identity;
    }

    @GetMapping
    String tasks(SignedIn me, @PathVariable UUID id, Model model) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return filed(draft);
        }
        TaskList list = TaskList.of(draft, drafts.atHand(draft), check);
        model.addAttribute("view", TaskListView.of(draft, list, identity.nameOf(draft.party())));
        return "services/filing/tasks";
    }

    @GetMapping("/situations")
    String situations(SignedIn me, @PathVariable UUID id, Model model) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return filed(draft);
        }
        model.addAttribute("view", SituationsView.of(draft, draft.situations(), false, List.of()));
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
        return "services/filing/situations";
    }

    @GetMapping("/check")
    String check(SignedIn me, @PathVariable UUID id, Model model) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return filed(draft);
        }
        AtHand atHand = drafts.atHand(draft);
        TaskList list = TaskList.of(draft, atHand, check);
        if (!list.isReady()) {
            return "redirect:/drafts/" + id;
        }
        return checkPage(draft, list, atHand, List.of(), model);
    }

    @PostMapping("/check")
    String submit(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean declared,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.draft(me, id);
        if (draft.filed().isPresent()) {
            return filed(draft);
        }
        if (!draft.item().canBeFiled()) {
            return "redirect:/drafts/" + id;
        }
        AtHand atHand = drafts.atHand(draft);
        TaskList list = TaskList.of(draft, atHand, check);
        if (!list.isReady()) {
            return "redirect:/drafts/" + id;
        }
        if (!declared) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return checkPage(
                    draft, list, atHand, List.of(new Wrong("declared", "filing.check.declare", List.of())), model);
        }
        return switch (filing.submit(me, id, Channel.WEB)) {
            case Outcome.Filed _, Outcome.FiledJointly _, Outcome.FiledBefore _ -> filed(drafts.draft(me, id));
            case Outcome.NotReady(List<Finding> findings) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield checkPage(draft, list, atHand, Wrong.of(findings), model);
            }
        };
    }

    @PostMapping("/delete")
    String delete(SignedIn me, @PathVariable UUID id) {
        drafts.delete(me, id);
        return "redirect:/my";
    }

    private String checkPage(Draft draft, TaskList list, AtHand atHand, List<Wrong> wrong, Model model) {
        model.addAttribute("view", CheckView.of(draft, list, atHand, fields, identity.nameOf(draft.party()), wrong));
        return "services/filing/check";
    }

    private static String filed(Draft draft) {
        return "redirect:" + draft.filedAddress().orElseThrow();
    }
}
