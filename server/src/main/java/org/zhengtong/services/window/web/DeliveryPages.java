package org.zhengtong.services.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.services.signing.Paper;
import org.zhengtong.services.signing.Signings;
import org.zhengtong.services.window.Agent;
import org.zhengtong.services.window.ResultCounter;

/** Results that wait, and handing them over: at the window, by post, electronically after all. */
@Controller
@RequestMapping("/desk/window/delivery")
class DeliveryPages {
    private final ResultCounter counter;
    private final FileStore files;
    private final Signings signings;

    DeliveryPages(ResultCounter counter, FileStore files, Signings signings) {
        this.counter = counter;
        this.files = files;
        this.signings = signings;
    }

    @GetMapping
    String list(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        String receipt = q.strip().toUpperCase(java.util.Locale.ROOT);
        List<WaitingResult> waiting = counter.waiting(clerk).stream()
                .filter(result -> result.receiptNumber().contains(receipt))
                .toList();
        model.addAttribute(
                "view", new DeliveriesView(waiting, q, done.matches("collected|agent|sent|electronic") ? done : ""));
        return "services/window/deliveries";
    }

    @GetMapping("/{id}")
    String one(StaffMember clerk, @PathVariable UUID id, @ModelAttribute("page") Page page, Model model) {
        return page(clerk, id, Agent.NOBODY, "", Optional.empty(), page, model);
    }

    /** For the signature of who takes the result along (送达回证). */
    @GetMapping("/{id}/slip")
    String slip(StaffMember clerk, @PathVariable UUID id, Model model) {
        model.addAttribute(
                "view",
                new DeliverySlipView(
                        counter.open(clerk, new CaseId(id)), clerk.body().name(), clerk.name()));
        return "services/window/slip";
    }

    /** The same on the tablet, for the applicant. */
    @PostMapping("/{id}/signature")
    String ask(StaffMember clerk, @PathVariable UUID id, @ModelAttribute("page") Page page) {
        Paper receipt = DeliveryReceipt.paper(counter.open(clerk, new CaseId(id)), clerk, page);
        return "redirect:/desk/signing/" + signings.ask(clerk, receipt, "/desk/window/delivery/" + id);
    }

    @PostMapping("/{id}")
    String deliver(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String digits,
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(defaultValue = "") String tracking,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "false") boolean seen,
            @RequestParam(required = false) Optional<MultipartFile> mandate,
            @RequestParam(required = false) Optional<MultipartFile> proof,
            @RequestParam(required = false) Optional<UUID> signing,
            @ModelAttribute("page") Page page,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CaseId caseId = new CaseId(id);
        OptionalLong read = OptionalLong.of(version);
        Agent typed = new Agent(name, number, relation, seen, Optional.empty());
        try {
            switch (way) {
                case "collected" ->
                    counter.collected(clerk, caseId, read, digits, signed(clerk, caseId, proof, signing, page));
                case "agent" -> {
                    Agent agent = new Agent(name, number, relation, seen, kept(mandate));
                    counter.collectedBy(clerk, caseId, read, agent, kept(proof));
                }
                case "sent" -> counter.sent(clerk, caseId, read, carrier, tracking);
                case "electronic" -> counter.electronically(clerk, caseId, read);
                default -> throw new Problem(422, "window.no-way");
            }
            return "redirect:/desk/window/delivery?done=" + way;
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            return page(clerk, id, typed, way, Optional.of(problem), page, model);
        }
    }

    /** On paper, scanned; or as they signed on the tablet. */
    private Optional<UUID> signed(
            StaffMember clerk, CaseId id, Optional<MultipartFile> proof, Optional<UUID> signing, Page page)
            throws IOException {
        Optional<UUID> scanned = kept(proof);
        if (scanned.isPresent() || signing.isEmpty()) {
            return scanned;
        }
        Paper receipt = DeliveryReceipt.paper(counter.open(clerk, id), clerk, page);
        return Optional.of(signings.keep(clerk, signing.get(), receipt, page));
    }

    private Optional<UUID> kept(Optional<MultipartFile> proof) throws IOException {
        Optional<MultipartFile> given = proof.filter(file -> !file.isEmpty());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String name = Optional.ofNullable(given.get().getOriginalFilename()).orElse("");
        try (InputStream content = given.get().getInputStream()) {
            return Optional.of(files.keep(content, name, FileRules.MATERIAL).id());
        } catch (FileRefused refused) {
            throw new Problem(422, "window.proof-refused." + refused.reason());
        }
    }

    private String page(
            StaffMember clerk, UUID id, Agent typed, String way, Optional<Problem> problem, Page page, Model model) {
        WaitingResult result = counter.open(clerk, new CaseId(id));
        model.addAttribute(
                "view",
                new DeliveryView(
                        result,
                        typed,
                        way,
                        problem,
                        signings.onTablet(clerk, DeliveryReceipt.paper(result, clerk, page))));
        return "services/window/delivery";
    }
}
