package org.zhengtong.services.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseChanges;
import org.zhengtong.services.cases.CaseChanges.Former;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.PlacedAddress;
import org.zhengtong.services.catalogue.ServiceItem;

/** Before and after: what a correction changed, for the reviewer. */
@Controller
@RequestMapping("/desk/cases/{id}/changes")
class ChangesPages {
    private final CaseDesk desk;
    private final CaseChanges changes;
    private final Catalogue catalogue;
    private final FileStore files;
    private final Regions regions;

    ChangesPages(CaseDesk desk, CaseChanges changes, Catalogue catalogue, FileStore files, Regions regions) {
        this.desk = desk;
        this.changes = changes;
        this.catalogue = catalogue;
        this.files = files;
        this.regions = regions;
    }

    @GetMapping
    String show(StaffMember staff, @PathVariable UUID id, Model model) {
        CaseFile file = desk.open(new CaseId(id), staff);
        ServiceItem item = catalogue.item(file.item(), file.itemVersion());
        List<Former> former = changes.of(file.id(), staff);
        List<ChangesView.Change> all = new ArrayList<>();
        for (int i = 0; i < former.size(); i++) {
            Former before = former.get(i);
            boolean last = i == former.size() - 1;
            all.add(change(
                    item,
                    before,
                    last ? file.answers() : former.get(i + 1).answers(),
                    last ? file.materials() : former.get(i + 1).materials()));
        }
        model.addAttribute("view", new ChangesView(id, file.receiptNumber(), all.reversed()));
        return "services/cases/changes";
    }

    private ChangesView.Change change(
            ServiceItem item, Former before, Map<String, String> answers, List<HandedIn> materials) {
        return new ChangesView.Change(
                before.by(),
                before.replacedAt(),
                ChangesView.lines(item, before.answers(), answers, this::text),
                ChangesView.papers(item, before.materials(), materials, file -> files.find(file).stream()));
    }

    private String text(FilledForm.Line line) {
        Form.Kind kind = line.asked().field().kind();
        return switch (kind) {
            case DIVISION_ADDRESS ->
                PlacedAddress.parse(line.answer())
                        .map(place -> place.text(regions))
                        .orElse(line.answer());
            case FILE ->
                files.find(UUID.fromString(line.answer())).map(StoredFile::name).orElse(line.answer());
            default -> line.answer();
        };
    }

    /** A file of either side. */
    @GetMapping("/files/{file}")
    ResponseEntity<InputStreamResource> file(StaffMember staff, @PathVariable UUID id, @PathVariable UUID file) {
        CaseId caseId = new CaseId(id);
        StoredFile found =
                desk.open(caseId, staff).has(file) ? desk.file(caseId, staff, file) : changes.file(caseId, staff, file);
        return CaseFileAnswer.of(found, files);
    }
}
