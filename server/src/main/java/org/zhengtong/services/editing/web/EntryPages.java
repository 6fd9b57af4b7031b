package org.zhengtong.services.editing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.Draft;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;

/** Drafts of entries: what is open, a new one, and the way of one from writing to publication. */
@Controller
@RequestMapping("/desk/entries")
class EntryPages {
    private static final int MOST_FOUND = 50;
    private final Editing editing;
    private final EntryFrames frames;
    private final BaseCatalogue base;
    private final Catalogue catalogue;
    private final Clock clock;

    EntryPages(Editing editing, EntryFrames frames, BaseCatalogue base, Catalogue catalogue, Clock clock) {
        this.editing = editing;
        this.frames = frames;
        this.base = base;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    String open(StaffMember me, Model model) {
        model.addAttribute("view", new EntriesView(editing.open(me)));
        return "services/editing/entries";
    }

    @GetMapping("/new")
    String choose(
            StaffMember me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String baseCode,
            Model model) {
        editing.open(me);
        String words = q.strip();
        List<BaseItem> found = baseCode.isEmpty()
                ? base.search(words, MOST_FOUND)
                : base.find(baseCode).map(List::of).orElse(List.of());
        model.addAttribute("view", new NewEntryView(words, found, frames.bodiesOf(me), me.body()));
        return "services/editing/new";
    }

    @PostMapping
    String begin(
            StaffMember me,
            @RequestParam(defaultValue = "") String baseCode,
            @RequestParam(defaultValue = "") String body) {
        Uscc uscc = Uscc.parse(body).orElseThrow(() -> Problem.notFound("unknown-body"));
        return "redirect:/desk/entries/" + editing.begin(me, baseCode, uscc);
    }

    @PostMapping("/from")
    String beginFrom(StaffMember me, @RequestParam String code, @RequestParam int version) {
        ItemCode entry = ItemCode.parse(code).orElseThrow(() -> Problem.notFound("unknown-item"));
        return "redirect:/desk/entries/" + editing.beginFrom(me, entry, version);
    }

    @GetMapping("/{id}")
    String overview(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        Draft.History<EntryDraft> history = editing.draft(me, id);
        EntryDraft draft = history.draft();
        EntryFrame frame = frames.of(me, draft, Optional.empty());
        List<Finding> findings = editing.findings(draft);
        model.addAttribute(
                "view",
                new EntryView(
                        frame,
                        findings,
                        new CourseView(
                                draft,
                                history.steps(),
                                "/desk/entries/" + id,
                                findings.size(),
                                frames.isSteward(me, draft),
                                draft.editors().contains(me.person()),
                                LocalDate.ofInstant(clock.instant(), Page.ZONE),
                                "catalogue.element.",
                                "catalogue.rule."),
                        done.matches("[a-z-]{1,20}") ? done : ""));
        return "services/editing/entry";
    }

    /** What the draft changes of the version it started from, for whoever reviews it. */
    @GetMapping("/{id}/changes")
    String changes(StaffMember me, @PathVariable UUID id, Model model) {
        EntryDraft draft = editing.draft(me, id).draft();
        if (draft.basedOn() == 0) {
            return "redirect:/desk/entries/" + id;
        }
        ServiceItem before = catalogue.item(draft.item().code(), draft.basedOn());
        model.addAttribute("view", DifferenceView.ofDraft(before, draft.item(), "/desk/entries/" + id));
        return "services/editing/difference";
    }
}
