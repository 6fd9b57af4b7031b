package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundleElement;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.PublishedBundle;
import org.zhengtong.services.editing.BundleEditing;
import org.zhengtong.services.editing.Editing;

/** All bundles as the stewards see them: drafts, what is published, and each one's versions beside each other. */
@Controller
@RequestMapping("/desk/bundles")
class BundleListPages {
    private static final int LONGEST_NAME = BundleElement.NAME.longest();
    private final BundleEditing editing;
    private final Editing entries;
    private final Catalogue catalogue;
    private final BundleFrames frames;

    BundleListPages(BundleEditing editing, Editing entries, Catalogue catalogue, BundleFrames frames) {
        this.editing = editing;
        this.entries = entries;
        this.catalogue = catalogue;
        this.frames = frames;
    }

    @GetMapping
    String list(StaffMember by, Model model) {
        List<BundleEditing.Line> drafts = editing.open(by);
        Map<String, UUID> open =
                drafts.stream().collect(Collectors.toMap(BundleEditing.Line::code, BundleEditing.Line::id));
        List<BundleListView.Row> rows = catalogue.bundles().stream()
                .map(bundle -> {
                    boolean edits = editing.edits(by, bundle);
                    return new BundleListView.Row(
                            bundle,
                            frames.bodyName(bundle.leadBody()),
                            edits,
                            edits ? Optional.ofNullable(open.get(bundle.code())) : Optional.empty());
                })
                .toList();
        model.addAttribute("view", new BundleListView(drafts, rows));
        return "services/editing/bundle-list";
    }

    @GetMapping("/new")
    String fresh(StaffMember by, Model model) {
        editing.open(by);
        model.addAttribute("view", new BundleBeginView(editing.leadBodies(by), by.body(), LONGEST_NAME));
        return "services/editing/bundle-new";
    }

    @PostMapping
    String begin(
            StaffMember by,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String lead) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Problem(422, "bundle-name-missing", LONGEST_NAME);
        }
        Uscc body = Uscc.parse(lead).orElseThrow(() -> Problem.notFound("unknown-body"));
        return "redirect:/desk/bundles/drafts/" + editing.begin(by, name.strip(), body);
    }

    @PostMapping("/{code}/drafts")
    String beginFrom(StaffMember by, @PathVariable String code, @RequestParam int version) {
        return "redirect:/desk/bundles/drafts/" + editing.beginFrom(by, code, version);
    }

    /** @param from the version to compare with; the one before when it is not said */
    @GetMapping("/{code}/versions")
    String versions(
            StaffMember by,
            @PathVariable String code,
            @RequestParam Optional<Integer> from,
            @RequestParam Optional<Integer> to,
            Model model) {
        editing.open(by);
        List<PublishedBundle> versions = catalogue.versions(code);
        if (versions.isEmpty()) {
            throw Problem.notFound("unknown-bundle");
        }
        int newest = versions.getFirst().bundle().version();
        Bundle after = one(versions, to.orElse(newest));
        Bundle before = one(versions, from.orElse(Math.max(1, after.version() - 1)));
        model.addAttribute(
                "view",
                new BundleVersionsView(
                        versions.getFirst().bundle(),
                        versions.stream()
                                .map(version -> new BundleVersionsView.Row(
                                        version,
                                        entries.namesOf(version.publication().editedBy()),
                                        entries.namesOf(version.publication().reviewedBy())))
                                .toList(),
                        before.version(),
                        after.version(),
                        frames.differences(before, after),
                        editing.edits(by, after),
                        // for those who may open it
                        editing.edits(by, after) ? editing.openDraftOf(code) : Optional.empty()));
        return "services/editing/bundle-versions";
    }

    private static Bundle one(List<PublishedBundle> versions, int number) {
        return versions.stream()
                .map(PublishedBundle::bundle)
                .filter(bundle -> bundle.version() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-bundle"));
    }
}
