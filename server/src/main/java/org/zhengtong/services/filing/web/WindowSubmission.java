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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.WindowFiling.Filed;
import org.zhengtong.services.signing.Signings;

/** The end of a filing at a window: the application is signed, on paper or on the tablet, and the clerk files in the person's name. */
@Controller
@RequestMapping("/drafts/{id}")
class WindowSubmission {
    private final WindowFiling filing;
    private final Drafts drafts;
    private final CheckPage checkPage;
    private final FileStore files;
    private final DraftApplication application;
    private final Signings signings;

    WindowSubmission(
            WindowFiling filing,
            Drafts drafts,
            CheckPage checkPage,
            FileStore files,
            DraftApplication application,
            Signings signings) {
        this.filing = filing;
        this.drafts = drafts;
        this.checkPage = checkPage;
        this.files = files;
        this.application = application;
        this.signings = signings;
    }

    @PostMapping("/signed")
    String sign(
            SignedIn me,
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(name = "file", required = false) List<MultipartFile> uploads,
            @ModelAttribute("page") Page page,
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
        return checkPage.show(me, draft, wrong, page, model);
    }

    /** On the tablet: the person reads there what was filled in for them, and signs it. */
    @PostMapping("/signature")
    String ask(SignedIn me, StaffMember clerk, @PathVariable UUID id, @ModelAttribute("page") Page page) {
        Draft draft = drafts.draft(me, id);
        if (draft.visit(me.person()).isEmpty() || draft.filed().isPresent()) {
            throw Problem.notFound("filing.unknown-draft");
        }
        return "redirect:/desk/signing/"
                + signings.ask(clerk, application.paper(me, draft, page), Paths.of(draft) + "/check#signature");
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
            @RequestParam(required = false) Optional<UUID> signing,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response) {
        Draft draft = drafts.draft(me, id);
        if (signing.isPresent() && draft.filed().isEmpty()) {
            try {
                UUID paper = signings.keep(clerk, signing.get(), application.paper(me, draft, page), page);
                filing.signed(clerk, id, paper, draft.version());
            } catch (Problem problem) {
                if (problem.status() != 422) {
                    throw problem;
                }
                response.setStatus(problem.status());
                Wrong other = new Wrong("signed", "problem." + problem.code(), problem.values());
                return checkPage.show(me, draft, List.of(other), page, model);
            }
        }
        return switch (filing.submit(clerk, id, accept)) {
            case Filed.OnDisk(UUID visit, CaseId filed, Optional<String> refused) ->
                "redirect:/desk/window/visits/" + visit + "/cases/" + filed.value() + "/receipt"
                        + refused.map(code -> "?refused=" + code).orElse("");
            case Filed.JointlyOnDisk(UUID visit, UUID filed, Optional<String> refused) ->
                "redirect:/desk/window/visits/" + visit + "/joint/" + filed
                        + refused.map(code -> "?refused=" + code).orElse("");
            case Filed.NotReady(List<Finding> findings) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield checkPage.show(me, draft, Wrong.of(findings), page, model);
            }
        };
    }
}
