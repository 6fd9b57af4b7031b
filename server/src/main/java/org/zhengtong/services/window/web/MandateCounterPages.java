package org.zhengtong.services.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.MandateMatters;
import org.zhengtong.people.identity.MandateMatters.Matter;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.window.MandateCounter;
import org.zhengtong.services.window.MandateCounter.Asked;
import org.zhengtong.services.window.MandateCounter.EndingTyped;
import org.zhengtong.services.window.MandateCounter.GuardianTyped;
import org.zhengtong.services.window.MandateCounter.PaperTyped;

/** Guardianships and mandates on paper, shown at the window. */
@Controller
@RequestMapping("/desk/window/mandates")
class MandateCounterPages {
    private final MandateCounter counter;
    private final MandateMatters matters;
    private final FileStore files;

    MandateCounterPages(MandateCounter counter, MandateMatters matters, FileStore files) {
        this.counter = counter;
        this.matters = matters;
        this.files = files;
    }

    @GetMapping
    String all(StaffMember clerk, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute(
                "view",
                new MandateCounterView(
                        counter.asked(clerk),
                        done.matches("recorded|decided|refused|ended") ? "window.mandates.done." + done : ""));
        return "services/window/mandates";
    }

    @GetMapping("/{id}")
    String asked(StaffMember clerk, @PathVariable UUID id, Model model) {
        return askedPage(counter.open(clerk, id), "", FormState.FRESH, model);
    }

    @PostMapping("/{id}")
    String confirm(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            HttpServletResponse response,
            Model model) {
        List<WrongField> wrong = counter.confirm(clerk, id, number);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return askedPage(counter.open(clerk, id), number, new FormState(wrong), model);
        }
        return "redirect:/desk/window/mandates?done=decided";
    }

    private static String askedPage(Asked asked, String number, FormState form, Model model) {
        model.addAttribute("view", new AskedMandateView(asked, number, form));
        return "services/window/asked-mandate";
    }

    @PostMapping("/{id}/refusal")
    String refuse(StaffMember clerk, @PathVariable UUID id) {
        counter.refuse(clerk, id);
        return "redirect:/desk/window/mandates?done=refused";
    }

    @GetMapping("/guardian")
    String guardian(StaffMember clerk, Model model) {
        counter.permit(clerk);
        return guardianPage(GuardianTyped.EMPTY, FormState.FRESH, model);
    }

    @PostMapping("/guardian")
    String record(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String ward,
            @RequestParam(defaultValue = "") String wardName,
            @RequestParam(defaultValue = "") String guardian,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "false") boolean seen,
            HttpServletResponse response,
            Model model) {
        GuardianTyped typed = new GuardianTyped(ward, wardName, guardian, proof, note, until, seen);
        if (counter.guardian(clerk, typed) instanceof Mandates.Answer.Wrong(List<WrongField> fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return guardianPage(typed, new FormState(fields), model);
        }
        return "redirect:/desk/window/mandates?done=recorded";
    }

    private static String guardianPage(GuardianTyped typed, FormState form, Model model) {
        model.addAttribute("view", new GuardianView(typed, form));
        return "services/window/guardian";
    }

    @GetMapping("/guardian/ending")
    String ending(StaffMember clerk, Model model) {
        counter.permit(clerk);
        return endingPage(EndingTyped.EMPTY, FormState.FRESH, model);
    }

    @PostMapping("/guardian/ending")
    String end(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String ward,
            @RequestParam(defaultValue = "") String guardian,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean seen,
            HttpServletResponse response,
            Model model) {
        EndingTyped typed = new EndingTyped(ward, guardian, why, note, seen);
        if (counter.end(clerk, typed) instanceof Mandates.Answer.Wrong(List<WrongField> fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return endingPage(typed, new FormState(fields), model);
        }
        return "redirect:/desk/window/mandates?done=ended";
    }

    private static String endingPage(EndingTyped typed, FormState form, Model model) {
        model.addAttribute("view", new GuardianEndingView(typed, form));
        return "services/window/guardian-ending";
    }

    @GetMapping("/paper")
    String paper(StaffMember clerk, Model model) {
        counter.permit(clerk);
        return paperPage(PaperTyped.EMPTY, "", FormState.FRESH, model);
    }

    @PostMapping("/paper")
    String record(
            StaffMember clerk,
            @RequestParam(defaultValue = "") String principal,
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(defaultValue = "some") String matters,
            @RequestParam(defaultValue = "") List<String> items,
            @RequestParam(defaultValue = "") Set<String> powers,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean seen,
            @RequestParam(required = false) Optional<MultipartFile> scan,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String action,
            HttpServletResponse response,
            Model model)
            throws IOException {
        counter.permit(clerk);
        PaperTyped unscanned = new PaperTyped(
                principal, agent, matters.equals("all"), items, powers, until, note, seen, Optional.empty());
        if (action.equals("find")) {
            return paperPage(unscanned, find, FormState.FRESH, model);
        }
        PaperTyped typed;
        try {
            typed = unscanned.with(kept(scan));
        } catch (FileRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            WrongField wrong = new WrongField("scan", "window.wrong.mandate-scan." + refused.reason());
            return paperPage(unscanned, "", new FormState(List.of(wrong)), model);
        }
        if (counter.paper(clerk, typed) instanceof Mandates.Answer.Wrong(List<WrongField> fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return paperPage(typed, "", new FormState(fields), model);
        }
        return "redirect:/desk/window/mandates?done=recorded";
    }

    private String paperPage(PaperTyped typed, String find, FormState form, Model model) {
        List<Matter> chosen = typed.items().stream()
                .flatMap(code -> matters.matter(code).stream())
                .toList();
        List<Matter> found = matters.search(find).stream()
                .filter(matter -> !chosen.contains(matter))
                .toList();
        model.addAttribute("view", new PaperMandateView(typed, chosen, found, find, form));
        return "services/window/paper-mandate";
    }

    private Optional<UUID> kept(Optional<MultipartFile> scan) throws IOException, FileRefused {
        Optional<MultipartFile> given = scan.filter(file -> !file.isEmpty());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String name = Optional.ofNullable(given.get().getOriginalFilename()).orElse("");
        try (InputStream content = given.get().getInputStream()) {
            return Optional.of(files.keep(content, name, FileRules.MATERIAL).id());
        }
    }
}
