package org.zhengtong.services.licences.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.CommaLines;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.licences.HoldingImports;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.Licences;

/** The steward's desk: existing licences taken over from a file. */
@Controller
@RequestMapping("/desk/licences/holdings")
class HoldingPages {
    private static final int FAULTS_SHOWN = 200;

    /** By which spreadsheets know UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final HoldingImports imports;
    private final Licences licences;
    private final MessageSource messages;

    HoldingPages(HoldingImports imports, Licences licences, MessageSource messages) {
        this.imports = imports;
        this.licences = licences;
        this.messages = messages;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        model.addAttribute(
                "view",
                new HoldingsView(
                        me.body().name(),
                        imports.all(me),
                        licences.types().stream().map(LicenceType::title).toList()));
        return "services/licences/holdings";
    }

    @GetMapping("/template.csv")
    void template(StaffMember me, @RequestParam(defaultValue = "") String type, HttpServletResponse answer)
            throws IOException {
        imports.all(me);
        List<String> headings = imports.headings(type);
        Writer out = begin(answer, type + ".csv");
        CommaLines.write(out, headings);
        out.flush();
    }

    @PostMapping
    String check(StaffMember me, @RequestParam(defaultValue = "") String type, @RequestParam MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            UUID id = imports.check(me, type, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content);
            return "redirect:/desk/licences/holdings/" + id;
        }
    }

    @GetMapping("/{id}")
    String one(StaffMember me, @PathVariable UUID id, Model model) {
        HoldingImports.Standing standing = standing(me, id);
        model.addAttribute("view", new HoldingsView.One(standing, imports.faults(me, id, FAULTS_SHOWN), FAULTS_SHOWN));
        return "services/licences/holding";
    }

    @PostMapping("/{id}/begin")
    String begin(StaffMember me, @PathVariable UUID id) {
        imports.begin(me, id);
        return "redirect:/desk/licences/holdings/" + id;
    }

    @GetMapping("/{id}/report.csv")
    void report(StaffMember me, @PathVariable UUID id, Locale locale, HttpServletResponse answer) throws IOException {
        HoldingImports.Standing standing = standing(me, id);
        Writer out = begin(answer, standing.type() + " " + standing.fileName() + ".csv");
        imports.report(me, id, key -> Objects.requireNonNull(messages.getMessage(key, null, key, locale)), out);
        out.flush();
    }

    private HoldingImports.Standing standing(StaffMember me, UUID id) {
        return imports.find(me, id).orElseThrow(() -> Problem.notFound("holdings-unknown"));
    }

    private static Writer begin(HttpServletResponse answer, String name) throws IOException {
        FileAnswer.begin(answer, "text/csv;charset=UTF-8", name);
        Writer out = new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        return out;
    }
}
