package org.zhengtong.services.signing.internal;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.PdfPaper;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.signing.Paper;
import org.zhengtong.services.signing.Signing;

/** Prints what was signed, word by word as the tablet showed it, with the signature below. */
@Component
class SignedPaper {
    private static final String STYLE = PdfPaper.style("/services/signing/paper.css");

    private final TemplateEngine templates;

    SignedPaper(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] pdf(Signing signing, Paper paper, StaffMember clerk, Page page) {
        StringOutput sheet = new StringOutput();
        templates.render(
                "services/signing/paper.jte",
                Map.of(
                        "view",
                        new SignedPaperView(
                                paper,
                                signing,
                                clerk.body().name(),
                                clerk.name(),
                                signing.strokes().orElseThrow().address()),
                        "page",
                        page),
                sheet);
        return PdfPaper.print(sheet.toString(), STYLE);
    }
}
