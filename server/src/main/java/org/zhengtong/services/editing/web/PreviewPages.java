package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.ItemView;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.halls.Halls;

/** A draft as it will be seen on a phone, at a desk, at a kiosk and on paper: the very page of the item, and its form. */
@Controller
@RequestMapping("/desk/entries/{id}/preview")
class PreviewPages {
    private static final String ON_SCREEN = "/{size:phone|desktop|kiosk}";
    private static final String BESIDE = "/beside/{*page}";
    private final Editing editing;
    private final Catalogue catalogue;
    private final Halls halls;
    private final Trial trial;

    PreviewPages(Editing editing, Catalogue catalogue, Halls halls, Trial trial) {
        this.editing = editing;
        this.catalogue = catalogue;
        this.halls = halls;
        this.trial = trial;
    }

    @GetMapping
    String preview(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String as, Model model) {
        EntryDraft draft = editing.draft(me, id).draft();
        PreviewSize size = PreviewSize.of(as).orElse(PreviewSize.PHONE);
        model.addAttribute("view", new PreviewView(draft, address(draft), size));
        return "services/editing/preview";
    }

    @GetMapping(ON_SCREEN)
    String item(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String size,
            @RequestParam Map<String, String> answers,
            Model model) {
        EntryDraft draft = editing.draft(me, id).draft();
        ServiceItem item = draft.item();
        List<Bundle> bundles = catalogue.bundles().stream()
                .filter(bundle -> bundle.items().contains(item.code()))
                .toList();
        model.addAttribute("size", shown(size));
        model.addAttribute(
                "view",
                ItemView.preview(
                        address(draft) + "/" + size, item, answers, halls.withWindowOf(item.bodyUscc()), bundles));
        return "services/editing/previeweditem";
    }

    @GetMapping(ON_SCREEN + "/form")
    String form(StaffMember me, @PathVariable UUID id, @PathVariable String size, Model model) {
        EntryDraft draft = editing.draft(me, id).draft();
        List<Section> sections = draft.item().form().sections();
        return sections.isEmpty()
                ? "redirect:" + address(draft) + "/" + size
                : section(me, id, size, sections.getFirst().id(), model);
    }

    @GetMapping(ON_SCREEN + "/form/{section}")
    String section(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String size,
            @PathVariable String section,
            Model model) {
        EntryDraft draft = editing.draft(me, id).draft();
        List<Section> sections = draft.item().form().sections();
        int at = ListOrder.indexOf(sections, one -> one.id().equals(section));
        if (at < 0) {
            throw ListEditing.gone();
        }
        String item = address(draft) + "/" + size;
        model.addAttribute(
                "view",
                new PreviewedFormView(
                        draft.item(),
                        shown(size),
                        sections.get(at),
                        at + 1,
                        at == 0 ? item : item + "/form/" + sections.get(at - 1).id(),
                        at + 1 < sections.size()
                                ? Optional.of(
                                        item + "/form/" + sections.get(at + 1).id())
                                : Optional.empty()));
        return "services/editing/previewedform";
    }

    /** What stands beside a page of the editor: the page of the form that is written on, else the item. */
    @GetMapping(BESIDE)
    String beside(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String section,
            Model model) {
        List<Section> sections = editing.draft(me, id).draft().item().form().sections();
        String phone = PreviewSize.PHONE.id();
        if (!page.startsWith("/form") || sections.isEmpty()) {
            return item(me, id, phone, Map.of(), model);
        }
        String written = page.substring(page.lastIndexOf('/') + 1);
        Section shown = sections.stream()
                .filter(one -> one.id().equals(written)
                        || one.id().equals(section)
                        || one.fields().stream().anyMatch(field -> field.id().equals(written)))
                .findFirst()
                .orElse(sections.getFirst());
        return section(me, id, phone, shown.id(), model);
    }

    /** The same with what is typed there and not saved yet. */
    @PostMapping(BESIDE)
    String tried(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String section,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return trial.of(request, response, "/desk/entries/" + id + "/parts" + page, saved -> {
            model.addAttribute("refused", !saved);
            return beside(me, id, page, section, model);
        });
    }

    @GetMapping("/paper")
    String paper(StaffMember me, @PathVariable UUID id, Model model) {
        EntryDraft draft = editing.draft(me, id).draft();
        model.addAttribute("view", new PaperView(draft.item(), address(draft) + "?as=paper"));
        return "services/editing/previewedpaper";
    }

    private static PreviewSize shown(String size) {
        return PreviewSize.of(size).orElse(PreviewSize.PHONE);
    }

    private static String address(EntryDraft draft) {
        return "/desk/entries/" + draft.id() + "/preview";
    }
}
