package org.zhengtong.services.editing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Element.Part;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.Inheritance;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;
import org.zhengtong.services.editing.Editing.Saved;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.web.MemberLine.Note;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.Licences;

/** The materials of a draft: their list, and one page for each. */
@Controller
@RequestMapping("/desk/entries/{id}/parts/materials")
class EntryMaterialPages {
    private static final int MOST = 60;
    private static final int MOST_NAMES = 300;
    private final ListEditing lists;
    private final Catalogue catalogue;
    private final Licences licences;

    EntryMaterialPages(ListEditing lists, Catalogue catalogue, Licences licences) {
        this.lists = lists;
        this.catalogue = catalogue;
        this.licences = licences;
    }

    @GetMapping
    String list(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        EntryDraft draft = lists.draft(me, id);
        model.addAttribute("view", list(draft, lists.sheet(me, draft, Part.MATERIALS, done)));
        return "services/editing/materials";
    }

    @GetMapping("/{material}")
    String show(StaffMember me, @PathVariable UUID id, @PathVariable String material, Model model) {
        EntryDraft draft = lists.draft(me, id);
        Map<String, String> words = material.equals(ListEditing.NEW)
                ? MaterialForm.fresh(
                        draft.item().legalBasis().stream().findFirst().orElse(""))
                : find(draft, material).map(MaterialForm::words).orElseThrow(ListEditing::gone);
        EditorSheet sheet = lists.sheet(me, draft, Part.MATERIALS, "");
        model.addAttribute("view", view(draft, sheet, material, MemberForm.of(words)));
        return "services/editing/material";
    }

    @PostMapping("/{material}")
    String save(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        ListEditing.requireKnown(material, "m[0-9]{1,6}", find(draft, material).isPresent());
        Typed typed = new Typed(form);
        Material changed = MaterialForm.read(material.equals(ListEditing.NEW) ? nextId(draft) : material, typed);
        check(draft, changed, typed);
        if (!typed.wrong().isEmpty()) {
            EditorSheet sheet = lists.sheet(me, draft, Part.MATERIALS, "");
            MemberForm shown = MemberForm.wrong(typed.texts(), typed.wrong());
            return ListEditing.again(
                    "services/editing/material",
                    view(draft, sheet, material, shown),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    model,
                    response);
        }
        List<Material> all =
                ListOrder.with(draft.item().materials(), one -> one.id().equals(changed.id()), changed);
        return switch (lists.save(me, draft, Part.MATERIALS, seen, Map.of(Element.MATERIALS, all))) {
            case Saved.Here _ -> ListEditing.back(draft, Part.MATERIALS, "saved");
            case Saved.Elsewhere other -> {
                Map<String, String> theirs =
                        find(other.draft(), material).map(MaterialForm::words).orElse(Map.of());
                MemberForm shown = MemberForm.elsewhere(typed.texts(), theirs);
                EditorSheet sheet = lists.elsewhere(me, other, Part.MATERIALS);
                yield ListEditing.again(
                        "services/editing/material",
                        view(other.draft(), sheet, material, shown),
                        HttpStatus.CONFLICT,
                        model,
                        response);
            }
        };
    }

    /** Takes what the base item has, as it stands there. */
    @PostMapping("/take")
    String take(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        Material taken = takable(draft).stream()
                .filter(material -> material.name().equals(name))
                .findFirst()
                .map(material -> withId(material, nextId(draft)))
                .orElseThrow(ListEditing::gone);
        List<Material> all = ListOrder.with(draft.item().materials(), _ -> false, taken);
        return saved(me, draft, seen, Map.of(Element.MATERIALS, all), "saved", model, response);
    }

    @PostMapping("/{material}/move")
    String move(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        List<Material> all =
                ListOrder.moved(draft.item().materials(), one -> one.id().equals(material), way.equals("up"));
        return saved(me, draft, seen, Map.of(Element.MATERIALS, all), "moved", model, response);
    }

    @PostMapping("/{material}/remove")
    String remove(
            StaffMember me,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        EntryDraft draft = lists.draft(me, id);
        List<Material> left =
                ListOrder.without(draft.item().materials(), one -> one.id().equals(material));
        List<Situation> guide = draft.item().situations().stream()
                .map(situation -> GuideForm.without(situation, material))
                .toList();
        Map<Element, ?> changed = Map.of(Element.MATERIALS, left, Element.SITUATIONS, guide);
        return saved(me, draft, seen, changed, "removed", model, response);
    }

    private String saved(
            StaffMember me,
            EntryDraft draft,
            String seen,
            Map<Element, ?> changed,
            String done,
            Model model,
            HttpServletResponse response) {
        return switch (lists.save(me, draft, Part.MATERIALS, seen, changed)) {
            case Saved.Here _ -> ListEditing.back(draft, Part.MATERIALS, done);
            case Saved.Elsewhere other ->
                ListEditing.again(
                        "services/editing/materials",
                        list(other.draft(), lists.elsewhere(me, other, Part.MATERIALS)),
                        HttpStatus.CONFLICT,
                        model,
                        response);
        };
    }

    private void check(EntryDraft draft, Material changed, Typed typed) {
        List<Material> others =
                ListOrder.without(draft.item().materials(), one -> one.id().equals(changed.id()));
        if (others.size() >= MOST) {
            typed.refuse("name", "editing.wrong.lines", MOST);
        }
        if (others.stream().anyMatch(one -> one.name().equals(changed.name()))) {
            typed.refuse("name", "editing.wrong.twice");
        }
        if (changed.source() != Material.MaterialSource.APPLICANT
                && changed.issuingBody().isEmpty()) {
            typed.refuse("issuingBody", "editing.material.issuer-missing");
        }
        List<String> allowed = allowed(draft);
        if (!allowed.isEmpty() && !changed.name().isEmpty() && !allowed.contains(changed.name())) {
            typed.refuse("name", "editing.material.beyond");
        }
    }

    private MaterialsView list(EntryDraft draft, EditorSheet sheet) {
        List<String> allowed = allowed(draft);
        List<MemberLine> lines = draft.item().materials().stream()
                .map(material -> new MemberLine(
                        sheet.address() + "/" + material.id(),
                        material.name(),
                        notes(material),
                        allowed.isEmpty() || allowed.contains(material.name())
                                ? List.of()
                                : List.of(new WrongField("name", "editing.material.beyond"))))
                .toList();
        return new MaterialsView(
                sheet, lines, takable(draft).stream().map(Material::name).toList());
    }

    private static List<Note> notes(Material material) {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("editing.material.requirement." + material.requirement(), ""));
        if (material.generated()) {
            notes.add(new Note("editing.material.generated", ""));
        }
        material.licenceType().ifPresent(type -> notes.add(new Note("editing.material.by-licence", type)));
        material.issuingBody().ifPresent(body -> notes.add(Note.of(body)));
        return notes;
    }

    private MaterialView view(EntryDraft draft, EditorSheet sheet, String material, MemberForm form) {
        ServiceItem item = draft.item();
        return new MaterialView(
                sheet,
                sheet.address() + "/" + material,
                find(draft, material).map(Material::name).orElse(""),
                form,
                allowed(draft),
                names(),
                licences.types().stream().map(LicenceType::title).toList(),
                item.legalBasis(),
                item.situations().stream()
                        .flatMap(situation -> situation.answers().stream()
                                .filter(answer -> answer.without().contains(material))
                                .map(answer -> situation.question() + " → " + answer.text()))
                        .toList());
    }

    /** What materials are called in other entries, the most usual first. */
    private List<String> names() {
        Map<String, Long> counted = catalogue.items().stream()
                .flatMap(item -> item.materials().stream())
                .collect(Collectors.groupingBy(Material::name, Collectors.counting()));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names the base item allows; none when it does not say which. */
    private List<String> allowed(EntryDraft draft) {
        return lists.rule(draft, Element.MATERIALS) == Inheritance.SUBSET
                ? above(draft).stream().map(Material::name).toList()
                : List.of();
    }

    private List<Material> takable(EntryDraft draft) {
        List<String> here =
                draft.item().materials().stream().map(Material::name).toList();
        return above(draft).stream()
                .filter(material -> !here.contains(material.name()))
                .toList();
    }

    private List<Material> above(EntryDraft draft) {
        return lists.above(draft, Element.MATERIALS)
                .map(value -> List.of(EntryDocument.read(value, Material[].class)))
                .orElse(List.of());
    }

    private String nextId(EntryDraft draft) {
        Collection<String> taken = Stream.of(Optional.of(draft.item()), lists.published(draft))
                .flatMap(Optional::stream)
                .map(ServiceItem::materials)
                .flatMap(Collection::stream)
                .map(Material::id)
                .toList();
        return ListOrder.nextId("m", taken);
    }

    private static Optional<Material> find(EntryDraft draft, String material) {
        return draft.item().materials().stream()
                .filter(one -> one.id().equals(material))
                .findFirst();
    }

    private static Material withId(Material material, String id) {
        return new Material(
                id,
                material.name(),
                material.requirement(),
                material.source(),
                material.issuingBody(),
                material.copies(),
                material.format(),
                material.legalBasis(),
                material.acceptanceStandard(),
                material.generated(),
                material.licenceType());
    }
}
