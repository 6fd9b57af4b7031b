package org.zhengtong.services.transfer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.transfer.Exchange;
import org.zhengtong.services.transfer.Format;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Transfer;

/** Where staff take entries out and bring them in. */
@Controller
class TransferPages {
    private static final int FAULTS_A_PAGE = 100;
    private final Transfer transfer;
    private final Exchange exchange;
    private final Clock clock;

    TransferPages(Transfer transfer, Exchange exchange, Clock clock) {
        this.transfer = transfer;
        this.exchange = exchange;
        this.clock = clock;
    }

    @GetMapping("/desk/transfer")
    String transfer(Model model, StaffMember staff) {
        model.addAttribute(
                "view", new TransferView(transfer.bodies(staff), transfer.imports(staff), exchange.profiles()));
        return "services/transfer/transfer";
    }

    @GetMapping("/desk/transfer/files/template.xlsx")
    void template(StaffMember staff, HttpServletResponse answer) throws IOException {
        transfer.bodies(staff);
        FileAnswer.begin(answer, Format.XLSX.mediaType(), "事项导入模板.xlsx");
        transfer.template(staff, answer.getOutputStream());
    }

    @GetMapping("/desk/transfer/files/items")
    void export(
            StaffMember staff,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "XLSX") String format,
            HttpServletResponse answer)
            throws IOException {
        Transfer.Selection selection = Download.selection(Optional.of(body), Optional.empty());
        Format chosen = Download.format(format);
        transfer.bodies(staff);
        FileAnswer.begin(answer, chosen.mediaType(), "事项." + chosen.ending());
        transfer.export(staff, selection, chosen, answer.getOutputStream());
    }

    @PostMapping("/desk/transfer/imports")
    String begin(
            StaffMember staff,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String reason)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            UUID id = transfer.begin(
                    staff,
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    content,
                    !then.equals("EDIT"),
                    reason);
            return "redirect:/desk/transfer/imports/" + id;
        }
    }

    @GetMapping("/desk/transfer/imports/{id}")
    String result(Model model, StaffMember staff, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
        Import made = transfer.find(staff, id);
        int shown = Math.clamp(page, 1, 1000);
        var faults = transfer.faults(staff, id, (shown - 1) * FAULTS_A_PAGE, FAULTS_A_PAGE + 1);
        model.addAttribute(
                "view",
                new ImportView(
                        made,
                        faults.stream().limit(FAULTS_A_PAGE).toList(),
                        shown,
                        faults.size() > FAULTS_A_PAGE,
                        transfer.drafts(staff, id),
                        made.by().equals(staff.person()),
                        LocalDate.ofInstant(clock.instant(), Page.ZONE)));
        return "services/transfer/import";
    }

    @PostMapping("/desk/transfer/imports/{id}/cancel")
    String cancel(StaffMember staff, @PathVariable UUID id) {
        transfer.cancel(staff, id);
        return "redirect:/desk/transfer/imports/" + id;
    }

    @PostMapping("/desk/transfer/imports/{id}/approve")
    String approve(StaffMember staff, @PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        transfer.approve(staff, id, day(day));
        return "redirect:/desk/transfer/imports/" + id;
    }

    static LocalDate day(String text) {
        return TypedDay.parse(text).orElseThrow(() -> new Problem(422, "transfer-day"));
    }
}
