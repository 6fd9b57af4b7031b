package org.zhengtong.services.filing.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.PdfPaper;

/** Prints an application as PDF on A4: tagged as PDF/UA-1 asks, with the fonts inside. */
@Component
class ApplicationPaper {
    private static final String STYLE = PdfPaper.style("/services/filing/application.css");

    private final TemplateEngine templates;

    ApplicationPaper(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] pdf(ApplicationView view, Page page) {
        StringOutput sheet = new StringOutput();
        templates.render("services/filing/application-paper.jte", Map.of("view", view, "page", page), sheet);
        return PdfPaper.print(sheet.toString(), STYLE);
    }

    /** The same as a browser shows it. */
    ResponseEntity<byte[]> answer(ApplicationView view, Page page) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(page.t(view.titleKey(), view.item()) + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf(view, page));
    }
}
