package org.zhengtong.services.licences.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Drawing;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceType;

/** Prints a licence as PDF: tagged as PDF/UA-1 asks, with the fonts inside. */
@Component
class LicencePaper {
    private static final String STYLE = resource("/services/licences/paper.css");

    /** What XML 1.0 cannot carry, and so no page that is to be printed. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

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
        String printable = NOT_XML.matcher(page.toString()).replaceAll("");
        return print(printable.replace("</head>", "<style>" + STYLE + "</style></head>"));
    }

    private static byte[] print(String page) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .withProducer("Zhengtong")
                    .useFont(() -> font("OpenSans-Regular.ttf"), "Open Sans")
                    .useFont(() -> font("DroidSansFallback.ttf"), "Droid Sans Fallback")
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font(String name) {
        InputStream font = LicencePaper.class.getResourceAsStream("/fonts/" + name);
        if (font == null) {
            throw new IllegalStateException(name + " is not in the program");
        }
        return font;
    }

    private static String embedded(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static String resource(String name) {
        try (InputStream resource = LicencePaper.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
