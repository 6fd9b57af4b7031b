package org.zhengtong.services.licences.internal;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.PdfPaper;
import org.zhengtong.ground.web.QrCode;

/** Prints a licence as PDF: tagged as PDF/UA-1 asks, with the fonts inside. */
@Component
class LicencePaper {
    private static final String STYLE = PdfPaper.style("/services/licences/paper.css");
    private static final int SEAL_PIXELS = 900;

    private final TemplateEngine templates;

    LicencePaper(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] pdf(Face face) {
        Drawing code = face.code();
        StringOutput page = new StringOutput();
        templates.render(
                "services/licences/paper.jte",
                Map.of(
                        "face", face,
                        "seal", embedded(face.seal().png(SEAL_PIXELS)),
                        "code", embedded(code.png(QrCode.pixels(code)))),
                page);
        return PdfPaper.print(page.toString(), STYLE);
    }

    private static String embedded(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
