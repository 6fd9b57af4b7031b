package org.zhengtong.people.privacy.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.PdfPaper;

/** Prints what somebody takes along. */
@Component
class DataPaper {
    private static final String STYLE = PdfPaper.style("/people/privacy/paper.css");

    private final TemplateEngine templates;
    private final ExportWords words;

    DataPaper(TemplateEngine templates, ExportWords words) {
        this.templates = templates;
        this.words = words;
    }

    byte[] pdf(Taken taken) {
        StringOutput page = new StringOutput();
        templates.render("people/privacy/paper.jte", new DataPaperView(taken, words::t), page);
        return PdfPaper.print(page.toString(), STYLE);
    }
}
