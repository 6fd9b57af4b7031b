package org.zhengtong.services.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CasePictures;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Mark;
import org.zhengtong.services.cases.Marking;
import org.zhengtong.services.cases.Marking.Waiting;
import org.zhengtong.services.catalogue.Catalogue;

/** Marks rectangles on what was handed in, and shows the pages they are drawn on. */
@Controller
class MarkPages {
    private final Marking marking;
    private final CasePictures pictures;
    private final CaseDesk desk;
    private final Cases cases;
    private final Catalogue catalogue;
    private final FileStore files;

    MarkPages(
            Marking marking, CasePictures pictures, CaseDesk desk, Cases cases, Catalogue catalogue, FileStore files) {
        this.marking = marking;
        this.pictures = pictures;
        this.desk = desk;
        this.cases = cases;
        this.catalogue = catalogue;
        this.files = files;
    }

    @GetMapping("/desk/cases/{id}/marks/{material}")
    String marks(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam Optional<UUID> file,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return show(staff, id, material, file, page, Optional.empty(), new LinkedMultiValueMap<>(), model);
    }

    @PostMapping("/desk/cases/{id}/marks/{material}")
    String add(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam UUID file,
            @RequestParam int page,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        try {
            marking.add(
                    new CaseId(id),
                    staff,
                    material,
                    new Mark(
                            file,
                            page,
                            number(typed, "left"),
                            number(typed, "top"),
                            number(typed, "width"),
                            number(typed, "height"),
                            Optional.ofNullable(typed.getFirst("words")).orElse("")));
            return back(id, material, file, page);
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            return show(staff, id, material, Optional.of(file), page, Optional.of(problem), typed, model);
        }
    }

    @PostMapping("/desk/cases/{id}/marks/{material}/removal")
    String remove(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam UUID mark,
            @RequestParam UUID file,
            @RequestParam int page) {
        marking.remove(new CaseId(id), staff, mark);
        return back(id, material, file, page);
    }

    private static String back(UUID id, String material, UUID file, int page) {
        return "redirect:/desk/cases/" + id + "/marks/" + material + "?file=" + file + "&page=" + page;
    }

    @GetMapping("/desk/cases/{id}/pictures/{file}/{page}")
    ResponseEntity<byte[]> atDesk(
            StaffMember staff, @PathVariable UUID id, @PathVariable UUID file, @PathVariable int page) {
        return picture(desk.file(new CaseId(id), staff, file), page);
    }

    @GetMapping("/my/cases/{id}/pictures/{file}/{page}")
    ResponseEntity<byte[]> mine(SignedIn me, @PathVariable UUID id, @PathVariable UUID file, @PathVariable int page) {
        return picture(cases.file(new CaseId(id), me.person(), file), page);
    }

    private ResponseEntity<byte[]> picture(StoredFile file, int page) {
        return FileAnswer.picture(pictures.type(file), pictures.page(file, page));
    }

    private String show(
            StaffMember staff,
            UUID id,
            String material,
            Optional<UUID> wanted,
            int page,
            Optional<Problem> problem,
            MultiValueMap<String, String> typed,
            Model model) {
        CaseFile file = desk.open(new CaseId(id), staff);
        List<StoredFile> there = file.materials().stream()
                .filter(one -> one.material().equals(material))
                .flatMap(one -> one instanceof HandedIn.Uploaded uploaded
                        ? files.find(uploaded.file()).stream()
                        : Stream.empty())
                .toList();
        StoredFile shown = there.stream()
                .filter(one -> wanted.isEmpty() || one.id().equals(wanted.get()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
        int pages = pictures.pages(shown);
        int at = Math.clamp(page, 1, pages);
        List<Waiting> waiting = marking.of(file.id(), staff).stream()
                .filter(one ->
                        one.mark().file().equals(shown.id()) && one.mark().page() == at)
                .toList();
        model.addAttribute(
                "view",
                new MarksView(
                        id,
                        file.receiptNumber(),
                        material,
                        catalogue.item(file.item(), file.itemVersion()).materialName(material),
                        there,
                        pages,
                        new Mark.Sheet(
                                shown.id(),
                                at,
                                waiting.stream().map(Waiting::mark).toList()),
                        waiting,
                        problem,
                        typed));
        return "services/cases/marks";
    }

    /** -1 for what is no number, which is on no page. */
    private static double number(MultiValueMap<String, String> typed, String name) {
        String text = Optional.ofNullable(typed.getFirst(name)).orElse("").strip();
        return text.matches("[0-9]{1,3}([.][0-9]{1,2})?") ? Double.parseDouble(text) : -1;
    }
}
