package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.zhengtong.services.catalogue.BundleElement;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.BundleDraft;
import org.zhengtong.services.editing.BundleEditing;
import org.zhengtong.services.editing.BundleEditing.Saved;

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
    String editor(StaffMember by, @PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        BundleDraft.History history = editing.draft(by, id);
        return show(by, history, history.draft().bundle(), found(q), q, Optional.empty(), model);
    }

    @GetMapping("/form")
    String form(StaffMember by, @PathVariable UUID id, Model model) {
        BundleDraft draft = editing.draft(by, id).draft();
        model.addAttribute("view", new BundleFormView(draft, catalogue.plan(draft.bundle(), Map.of())));
        return "services/editing/bundle-form";
    }

    @PostMapping("/basics")
    String basics(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Bundle changed = BundleTyping.basics(editing.draft(by, id).draft().bundle(), typed);
        return save(by, id, BundleTyping.BASICS, typed, changed, "basics", response, model);
    }

    @PostMapping("/items")
    String items(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Bundle changed = BundleTyping.items(editing.draft(by, id).draft().bundle(), typed);
        return save(by, id, BundleTyping.ITEMS, typed, changed, "items", response, model);
    }

    @PostMapping("/guide")
    String guide(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Bundle changed = BundleTyping.guide(editing.draft(by, id).draft().bundle(), typed);
        return save(by, id, Set.of(BundleElement.GUIDE), typed, changed, "guide", response, model);
    }

    @PostMapping("/order")
    String order(
            StaffMember by,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Bundle changed = BundleTyping.order(editing.draft(by, id).draft().bundle(), typed);
        return save(by, id, Set.of(BundleElement.ORDER), typed, changed, "order", response, model);
    }

    private String save(
            StaffMember by,
            UUID id,
            Set<BundleElement> touched,
            MultiValueMap<String, String> typed,
            Bundle changed,
            String part,
            HttpServletResponse response,
            Model model) {
        String seen = Optional.ofNullable(typed.getFirst("seen")).orElse("");
        return switch (editing.save(by, id, touched, seen, changed)) {
            case Saved.Here _ -> "redirect:/desk/bundles/drafts/" + id + "#" + part;
            case Saved.Elsewhere(BundleDraft there, String name) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                BundleEditorView.Clash clash = frames.clash(name, there.bundle(), changed, touched);
                // what was typed stays in its fields, except where it only made sense in the former list
                Bundle shown = touched.contains(BundleElement.ITEMS) || touched.contains(BundleElement.ORDER)
                        ? there.bundle()
                        : there.bundle().with(touched, changed);
                yield show(by, editing.draft(by, id), shown, List.of(), "", Optional.of(clash), model);
            }
        };
    }

    private String show(
            StaffMember by,
            BundleDraft.History history,
            Bundle shown,
            List<ServiceItem> found,
            String q,
            Optional<BundleEditorView.Clash> clash,
            Model model) {
        model.addAttribute("view", frames.editor(by, history, shown, found, q, clash));
        return "services/editing/bundle-editor";
    }

    private List<ServiceItem> found(String q) {
        String wanted = q.strip();
        return wanted.isEmpty()
                ? List.of()
                : catalogue.items().stream()
                        .filter(item -> item.name().contains(wanted)
                                || item.bodyName().contains(wanted)
                                || item.code().value().equals(wanted))
                        .limit(MOST_FOUND)
                        .toList();
    }
}
