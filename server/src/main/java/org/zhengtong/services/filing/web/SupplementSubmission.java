package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CasePictures;
import org.zhengtong.services.filing.WindowSupplements;
import org.zhengtong.services.filing.WindowSupplements.Supplement;

/** What is handed in later at a window is printed, signed, scanned and handed in. */
@Controller
@RequestMapping("/desk/supplements/{id}")
class SupplementSubmission {
    private final WindowSupplements supplements;
    private final SupplementSheet sheet;
    private final ApplicationPaper paper;
    private final CasePictures pictures;
    private final FileStore files;

    SupplementSubmission(
            WindowSupplements supplements,
            SupplementSheet sheet,
            ApplicationPaper paper,
            CasePictures pictures,
            FileStore files) {
        this.supplements = supplements;
        this.sheet = sheet;
        this.paper = paper;
        this.pictures = pictures;
        this.files = files;
    }

    @GetMapping("/check")
    String check(StaffMember clerk, @PathVariable UUID id, Model model) {
        Supplement supplement = supplements.open(clerk, id);
        if (supplement.handedInAt().isPresent()) {
            return "redirect:" + SupplementPages.visit(supplement);
        }
        return supplement.isFilled()
                ? show(supplement, List.of(), model)
                : "redirect:" + SupplementPages.path(supplement);
    }

    @GetMapping("/sheet")
    String sheet(StaffMember clerk, @PathVariable UUID id, Model model) {
        model.addAttribute("view", sheet.of(filled(clerk, id)));
        return "services/filing/application";
    }

    @GetMapping("/sheet/pdf")
    ResponseEntity<byte[]> sheetPaper(StaffMember clerk, @PathVariable UUID id, @ModelAttribute("page") Page page) {
        return paper.answer(sheet.of(filled(clerk, id)), page);
    }

    @PostMapping("/signed")
    String sign(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(name = "file", required = false) List<MultipartFile> uploads,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Supplement supplement = filled(clerk, id);
        Uploads given = Uploads.of(uploads, "signed", (content, name) -> supplements.sign(clerk, id, content, name));
        List<Wrong> wrong =
                given.isEmpty() ? List.of(new Wrong("signed", "filing.file.choose", List.of())) : given.refused();
        if (wrong.isEmpty()) {
            return "redirect:" + SupplementPages.path(supplement) + "/check#signature";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(supplement, wrong, model);
    }

    @GetMapping("/signed")
    ResponseEntity<InputStreamResource> signed(StaffMember clerk, @PathVariable UUID id) {
        return supplements
                .open(clerk, id)
                .signed()
                .flatMap(one -> files.find(one.file()))
                .map(file -> Download.of(file, files))
                .orElseThrow(() -> Problem.notFound("filing.unknown-page"));
    }

    @PostMapping("/submission")
    String submit(StaffMember clerk, @PathVariable UUID id, Model model, HttpServletResponse response) {
        Supplement supplement = supplements.open(clerk, id);
        List<Wrong> wrong = Wrong.of(supplements.submit(clerk, id));
        if (wrong.isEmpty()) {
            return "redirect:" + SupplementPages.visit(supplement) + "/cases/"
                    + supplement.file().id().value() + "/receipt";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(supplement, wrong, model);
    }

    /** A page of something the notice marks. */
    @GetMapping("/pictures/{file}/{number}")
    ResponseEntity<byte[]> picture(
            StaffMember clerk, @PathVariable UUID id, @PathVariable UUID file, @PathVariable int number) {
        StoredFile picture = files.find(file)
                .filter(_ -> supplements.open(clerk, id).file().has(file))
                .orElseThrow(() -> Problem.notFound("filing.unknown-page"));
        return FileAnswer.picture(pictures.type(picture), pictures.page(picture, number));
    }

    private Supplement filled(StaffMember clerk, UUID id) {
        Supplement supplement = supplements.open(clerk, id);
        if (!supplement.isFilled()) {
            throw new Problem(409, "filing.window.nothing-filled");
        }
        return supplement;
    }

    private String show(Supplement supplement, List<Wrong> wrong, Model model) {
        model.addAttribute(
                "view",
                new SupplementView(
                        SupplementPages.path(supplement),
                        sheet.of(supplement),
                        supplement
                                .signed()
                                .flatMap(one -> files.find(one.file()))
                                .map(StoredFile::name),
                        supplement.isSigned(),
                        wrong));
        model.addAttribute("visit", SupplementPages.visit(supplement));
        return "services/filing/supplement";
    }
}
