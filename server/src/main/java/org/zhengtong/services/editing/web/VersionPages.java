package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.PublishedVersion;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Stewardship;
import org.zhengtong.services.editing.Editing;

/** The versions of an entry: who wrote and reviewed each, how two differ, and the way back to a former one. */
@Controller
@RequestMapping("/desk/items/{code}/versions")
class VersionPages {
    private final Catalogue catalogue;
    private final Editing editing;
    private final Organisation organisation;

    VersionPages(Catalogue catalogue, Editing editing, Organisation organisation) {
        this.catalogue = catalogue;
        this.editing = editing;
        this.organisation = organisation;
    }

    @GetMapping
    String versions(StaffMember me, @PathVariable String code, Model model) {
        List<PublishedVersion> versions = versions(me, code);
        ItemCode entry = versions.getFirst().item().code();
        model.addAttribute(
                "view",
                new VersionsView(
                        versions.stream().map(this::line).toList(),
                        Stewardship.edits(me, body(entry)),
                        editing.openDraftOf(entry)));
        return "services/editing/versions";
    }

    @GetMapping("/{from}/{to}")
    String difference(
            StaffMember me, @PathVariable String code, @PathVariable int from, @PathVariable int to, Model model) {
        List<PublishedVersion> versions = versions(me, code);
        String back = "/desk/items/" + versions.getFirst().item().code() + "/versions";
        model.addAttribute("view", DifferenceView.of(version(versions, from), version(versions, to), back));
        return "services/editing/difference";
    }

    private List<PublishedVersion> versions(StaffMember me, String code) {
        ItemCode entry = ItemCode.parse(code).orElseThrow(() -> Problem.notFound("unknown-item"));
        if (!Stewardship.sees(me, body(entry))) {
            throw new Problem(403, "catalogue-not-yours");
        }
        List<PublishedVersion> versions = catalogue.versions(entry);
        if (versions.isEmpty()) {
            throw Problem.notFound("unknown-item");
        }
        return versions;
    }

    private static ServiceItem version(List<PublishedVersion> versions, int number) {
        return versions.stream()
                .map(PublishedVersion::item)
                .filter(item -> item.version() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-item"));
    }

    private VersionsView.Line line(PublishedVersion version) {
        return new VersionsView.Line(
                version,
                editing.namesOf(version.publication().editedBy()),
                editing.namesOf(version.publication().reviewedBy()));
    }

    private Body body(ItemCode code) {
        return Optional.of(code.bodyUscc())
                .flatMap(Uscc::parse)
                .flatMap(organisation::body)
                .orElseThrow(() -> Problem.notFound("unknown-body"));
    }
}
