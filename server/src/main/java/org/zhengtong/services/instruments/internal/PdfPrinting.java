package org.zhengtong.services.instruments.internal;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Base64;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.PdfPaper;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.services.instruments.Instrument;

/** Prints a document as PDF/UA on A4. */
@Component
class PdfPrinting {
    private static final String STYLE = PdfPaper.style("/services/instruments/paper.css");
    private static final int SEAL_PIXELS = 700;

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final SealPictures pictures;

    PdfPrinting(TemplateEngine templates, MessageSource messages, SealPictures pictures) {
        this.templates = templates;
        this.messages = messages;
        this.pictures = pictures;
    }

    byte[] print(Instrument instrument) {
        Drawing code = pictures.code(instrument);
        PaperView view = new PaperView(
                messages,
                instrument,
                embedded(pictures.seal(instrument.bodyName()).png(SEAL_PIXELS)),
                embedded(code.png(QrCode.pixels(code))),
                pictures.verifyAddress(instrument));
        StringOutput page = new StringOutput();
        templates.render("services/instruments/paper.jte", view, page);
        return PdfPaper.print(page.toString(), STYLE);
    }

    private static String embedded(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
