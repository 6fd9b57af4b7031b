package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.WindowFiling.Filed;

/** The end of a filing at a window: the signed application is scanned, and the clerk files in the person's name. */
@Controller
@RequestMapping("/drafts/{id}")
class WindowSubmission {
    private final WindowFiling filing;
    private final Drafts drafts;
    private final CheckPage checkPage;
    private final FileStore files;

    WindowSubmission(WindowFiling filing, Drafts drafts, CheckPage checkPage, FileStore files) {
        this.filing = filing;
        this.drafts = drafts;
        this.checkPage = checkPage;
        this.files = files;
    }

    @PostMapping("/signed")
    String sign(
            SignedIn me,
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(name = "file", required = false) List<MultipartFile> uploads,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Draft draft = drafts.draft(me, id);
        Uploads given = Uploads.of(uploads, "signed", (content, name) -> filing.sign(clerk, id, content, name));
        List<Wrong> wrong =
                given.isEmpty() ? List.of(new Wrong("signed", "filing.file.choose", List.of())) : given.refused();
        if (wrong.isEmpty()) {
            return "redirect:" + Paths.of(draft) + "/check#signature";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return checkPage.show(me, draft, wrong, model);
    }

    @GetMapping("/signed")
    ResponseEntity<InputStreamResource> signed(SignedIn me, @PathVariable UUID id) {
        return drafts.draft(me, id)
                .signed()
                .flatMap(one -> files.find(one.file()))
                .map(file -> Download.of(file, files))
                .orElseThrow(() -> Problem.notFound("filing.unknown-page"));
    }

    @PostMapping("/submission")
    String submit(
            SignedIn me,
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean accept,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.draft(me, id);
        return switch (filing.submit(clerk, id, accept)) {
            case Filed.OnDisk(UUID visit, CaseId filed, Optional<String> refused) ->
                "redirect:/desk/window/visits/" + visit + "/cases/" + filed.value() + "/receipt"
                        + refused.map(code -> "?refused=" + code).orElse("");
            case Filed.JointlyOnDisk(UUID visit, UUID filed, Optional<String> refused) ->
                "redirect:/desk/window/visits/" + visit + "/joint/" + filed
                        + refused.map(code -> "?refused=" + code).orElse("");
            case Filed.NotReady(List<Finding> findings) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield checkPage.show(me, draft, Wrong.of(findings), model);
            }
        };
    }
}
