package org.zhengtong.services.licences.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.LicenceCopies.Wish;
import org.zhengtong.services.licences.LicenceCopy;
import org.zhengtong.services.licences.Licences;

/** Copies for use: made, shown, handed out and taken back by the holder. */
@Controller
@RequestMapping("/my/licences/{id}/copies")
class CopyPages {
    private final Licences licences;
    private final LicenceCopies copies;
    private final LicenceFiles files;
    private final Clock clock;

    CopyPages(Licences licences, LicenceCopies copies, LicenceFiles files, Clock clock) {
        this.licences = licences;
        this.copies = copies;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable UUID id, SignedIn me, Model model) {
        Licence licence = own(id, me);
        if (!licence.isValid()) {
            throw new Problem(409, "licence-not-for-copies");
        }
        Wish fresh = new Wish("", "", LocalDate.now(clock).plusDays(30).toString());
        return form(licence, fresh, FormState.FRESH, model);
    }

    @PostMapping("/new")
    String make(
            @PathVariable UUID id,
            SignedIn me,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response,
            Model model) {
        Wish wish = new Wish(purpose, recipient, until);
        return switch (copies.make(me, id, wish)) {
            case LicenceCopies.Answer.Made(LicenceCopy copy) ->
                "redirect:/my/licences/" + id + "/copies/" + copy.id() + "?done=made";
            case LicenceCopies.Answer.Wrong(List<WrongField> wrong) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(own(id, me), wish, new FormState(wrong), model);
            }
        };
    }

    private String form(Licence licence, Wish wish, FormState form, Model model) {
        LocalDate last = LocalDate.now(clock).plusYears(1);
        model.addAttribute(
                "view",
                new CopyFormView(
                        licence,
                        wish,
                        form,
                        licence.validUntil().filter(last::isAfter).orElse(last)));
        return "services/licences/copy-form";
    }

    @GetMapping("/{copy}")
    String copy(
            @PathVariable UUID id,
            @PathVariable UUID copy,
            @RequestParam(defaultValue = "") String done,
            SignedIn me,
            Model model) {
        model.addAttribute("view", new CopyView(own(id, me), copies.open(me, id, copy), done.equals("made")));
        return "services/licences/copy";
    }

    @PostMapping("/{copy}/revoke")
    String revoke(@PathVariable UUID id, @PathVariable UUID copy, SignedIn me) {
        copies.revoke(me, id, copy);
        return "redirect:/my/licences/" + id + "?done=revoked";
    }

    @GetMapping("/{copy}/pdf")
    ResponseEntity<Resource> pdf(@PathVariable UUID id, @PathVariable UUID copy, SignedIn me) {
        return files.pdf(copies.print(me, id, copy));
    }

    @GetMapping("/{copy}/ofd")
    ResponseEntity<Resource> ofd(@PathVariable UUID id, @PathVariable UUID copy, SignedIn me) {
        return files.ofd(copies.print(me, id, copy));
    }

    private Licence own(UUID id, SignedIn me) {
        return licences.find(id, me).orElseThrow(() -> Problem.notFound("licence-unknown"));
    }
}
