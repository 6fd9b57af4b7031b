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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;

/** The materials of a draft: handed in, taken back, promised for later. */
@Controller
@RequestMapping("/drafts/{id}/materials/{material}")
class MaterialPages {
    private final Drafts drafts;
    private final FileStore files;
    private final WebSettings settings;

    MaterialPages(Drafts drafts, FileStore files, WebSettings settings) {
        this.settings = settings;
        this.drafts = drafts;
        this.files = files;
    }

    @GetMapping
    String material(SignedIn me, @PathVariable UUID id, @PathVariable String material, Model model) {
        Draft draft = drafts.draft(me, id);
        return draft.filed().isPresent() ? "redirect:/drafts/" + id : page(me, draft, material, List.of(), model);
    }

    /** Several files at once; those that are fine are kept, also when another is refused. */
    @PostMapping
    String upload(
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam(name = "file", required = false) List<MultipartFile> uploads,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Uploads given = Uploads.of(uploads, "file", (content, name) -> {
            drafts.handIn(me, id, material, content, name);
            return id;
        });
        List<Wrong> wrong =
                given.isEmpty() ? List.of(new Wrong("file", "filing.file.choose", List.of())) : given.refused();
        if (wrong.isEmpty()) {
            return "redirect:/drafts/" + id + "/materials/" + material;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, drafts.draft(me, id), material, wrong, model);
    }

    @PostMapping("/remove")
    String remove(SignedIn me, @PathVariable UUID id, @PathVariable String material, @RequestParam UUID file) {
        drafts.takeBack(me, id, material, file);
        return "redirect:/drafts/" + id + "/materials/" + material;
    }

    @PostMapping("/promise")
    String promise(
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam(defaultValue = "true") boolean promised) {
        drafts.promise(me, id, material, promised);
        return promised ? "redirect:/drafts/" + id : "redirect:/drafts/" + id + "/materials/" + material;
    }

    @GetMapping("/files/{file}")
    ResponseEntity<InputStreamResource> download(
            SignedIn me, @PathVariable UUID id, @PathVariable String material, @PathVariable UUID file) {
        StoredFile stored = drafts.files(drafts.draft(me, id), material).stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("filing.unknown-page"));
        return Download.of(stored, files);
    }

    private String page(SignedIn me, Draft draft, String material, List<Wrong> wrong, Model model) {
        Checklist.Line line = Checklist.of(draft.item(), draft.situations(), drafts.atHand(draft))
                .line(material)
                .orElseThrow(() -> Problem.notFound("filing.unknown-page"));
        model.addAttribute(
                "view",
                MaterialView.of(
                        draft,
                        line,
                        drafts.files(draft, material),
                        wrong,
                        settings.publicAddress().toString()));
        Paths.shell(model, draft, me);
        return "services/filing/material";
    }
}
