package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.BundleDraft;
import org.zhengtong.services.editing.BundleEditing;
import org.zhengtong.services.editing.BundleEditing.Saved;
import org.zhengtong.services.editing.Draft;
import org.zhengtong.services.editing.web.BundleEditorView.Clash;

/** Where a bundle is put together: its words, items, guide and order, with the picture of what comes of it. */
@Controller
@RequestMapping("/desk/bundles/drafts/{id}")
class BundleEditorPages {
    private static final int MOST_FOUND = 8;
    private final BundleEditing editing;
    private final BundleFrames frames;
    private final Catalogue catalogue;

    BundleEditorPages(BundleEditing editing, BundleFrames frames, Catalogue catalogue) {
        this.editing = editing;
        this.frames = frames;
        this.catalogue = catalogue;
    }

    /** @param q words by which items are looked for */
    @GetMapping
    String editor(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        Draft.History<BundleDraft> history = editing.draft(by, id);
        Bundle bundle = history.draft().bundle();
        String what = done.matches("[a-z-]{1,20}") ? done : "";
        return show(frames.editor(by, history, bundle, found(q), q, Optional.empty(), what), model);
    }

    @GetMapping("/form")
    String form(StaffMember by, @PathVariable UUID id, Model model) {
        BundleDraft draft = editing.draft(by, id).draft();
        model.addAttribute("view", new BundleFormView(draft, catalogue.plan(draft.bundle(), Map.of())));
        return "services/editing/bundle-form";
    }

    @PostMapping("/{part:basics|items|guide|order}")
    String save(
            StaffMember by,
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        BundlePart one = BundlePart.of(part);
        Bundle changed = one.typed(editing.draft(by, id).draft().bundle(), typed);
        String seen = Optional.ofNullable(typed.getFirst("seen")).orElse("");
        return switch (editing.save(by, id, one.touched(), seen, changed)) {
            case Saved.Here _ -> "redirect:/desk/bundles/drafts/" + id + "#" + part;
            case Saved.Elsewhere(BundleDraft there, String name) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                Clash clash = frames.clash(name, there.bundle(), changed, one.touched());
                // what was typed stays in its fields, except where it only made sense in the former list
                Bundle shown = one.isOfAList() ? there.bundle() : there.bundle().with(one.touched(), changed);
                Draft.History<BundleDraft> history = editing.draft(by, id);
                yield show(frames.editor(by, history, shown, List.of(), "", Optional.of(clash), ""), model);
            }
        };
    }

    private static String show(BundleEditorView view, Model model) {
        model.addAttribute("view", view);
        return "services/editing/bundle-editor";
    }

    private List<ServiceItem> found(String q) {
        String wanted = q.strip();
        return wanted.isEmpty()
                ? List.of()
                : catalogue.items().stream()
                        .filter(item -> item.isMeantBy(wanted))
                        .limit(MOST_FOUND)
                        .toList();
    }
}
