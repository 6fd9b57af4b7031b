package org.zhengtong.services.licences.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Base64;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.PdfPaper;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceType;

/** Prints a licence as PDF: tagged as PDF/UA-1 asks, with the fonts inside. */
@Component
class LicencePaper {
    private static final String STYLE = PdfPaper.style("/services/licences/paper.css");

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final LicenceImages images;

    LicencePaper(TemplateEngine templates, MessageSource messages, LicenceImages images) {
        this.templates = templates;
        this.messages = messages;
        this.images = images;
    }

    byte[] pdf(Licence licence, LicenceType type) {
        Drawing code = images.code(licence);
        PaperView view = new PaperView(
                messages,
                licence,
                PrintedLine.of(licence, type),
                embedded(images.seal(licence).png(900)),
                embedded(code.png(QrCode.pixels(code))),
                images.verifyAddress(licence));
        StringOutput page = new StringOutput();
        templates.render("services/licences/paper.jte", view, page);
        return PdfPaper.print(page.toString(), STYLE);
    }

    private static String embedded(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
